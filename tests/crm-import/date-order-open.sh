# Proves that the command asks where no date tells whether day or month comes first, showing the first
# one in doubt; --date-order answers; the same number twice is no doubt.
printf 'customer_id,date,amount\n1,6/6/2024,5\n2,5/1/2024,5\n3,7/8/2024,5\n' >orders.csv
crm-import -q orders.csv
echo " status $?"
crm-import -q --date-order dmy orders.csv
crm-import -q --date-order mdy orders.csv
printf 'customer_id,date,amount\n1,6/6/2024,5\n' | crm-import -q
