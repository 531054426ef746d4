# Proves that two headers of equal rank for one canonical name are an error that lists both; --map
# chooses; the canonical name itself goes before every synonym.
printf 'Customer No,Member ID,Date,Sales\n1,2,2024-01-05,5\n' >orders.csv
crm-import -q orders.csv
echo " status $?"
crm-import -q -m 'customer_id=Member ID' orders.csv
printf 'Customer No,customer_id,Date,Sales,Revenue,amount\n1,2,2024-01-05,5,6,7\n' | crm-import -q
