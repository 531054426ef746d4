# Proves that a date that contradicts the settled order is fatal, both being shown, even with
# --rejects; under --date-order it is a bad row like any other.
printf 'customer_id,date,amount\n1,5/1/2024,5\n2,13/1/2024,5\n3,1/13/2024,5\n4,2/1/2024,5\n' >orders.csv
crm-import -q --rejects rejects.csv orders.csv
echo " status $?"
crm-import -q --date-order dmy --rejects rejects.csv --max-rejects 1 orders.csv
echo "status $?"
cat rejects.csv
printf 'customer_id,date,amount\n1,2024-01-05,5\n2,5/1/2024,5\n' | crm-import -q
