# Proves that --fresh is refused where it could not fail: against the data themselves an export is
# fresh by definition. With --as-of it is checked.
printf 'customer_id,date,amount\n1,2024-01-01,5\n2,2024-01-03,5\n' >orders.csv
crm-import --fresh 7d orders.csv
echo "status $?"
crm-import -q --fresh 7d --as-of 2024-01-31 orders.csv
