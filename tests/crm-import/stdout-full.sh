# Proves that a full device is reported with status 4, on stdout and by name.
printf 'customer_id,date,amount\n1,2024-01-05,5\n' >orders.csv
crm-import -q orders.csv >/dev/full
echo "status $?"
crm-import -q -o /dev/full orders.csv
echo "status $?"
crm-import -q --summary=/dev/full orders.csv >/dev/null
echo "status $?"
crm-import --help >/dev/full
