# Proves the errors of outputs that cannot be made: no such directory, a directory, one file twice.
printf 'customer_id,date,amount\n1,2024-01-05,5\n' >orders.csv
mkdir there
crm-import -q -o missing/out.csv orders.csv
echo "status $?"
crm-import -q -o there orders.csv
echo "status $?"
crm-import -q --rejects - orders.csv
echo "status $?"
crm-import -q -o out.csv --rejects out.csv orders.csv
echo "status $?"
ls -A
