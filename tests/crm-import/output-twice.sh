# Proves that one file named for two outputs is a usage error however its name is written, since one
# of the two would be lost.
printf 'customer_id,date,amount\n1,2024-01-05,5\n' >orders.csv
mkdir there
crm-import -q -o out.csv --rejects ./out.csv orders.csv
echo "status $?"
crm-import -q -o out.csv --summary=there/../out.csv orders.csv
echo "status $?"
ls -A
