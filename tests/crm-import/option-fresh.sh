# Proves that a --fresh that makes no sense is a usage error before any row is written, whether or
# not there are rows.
printf 'customer_id,date,amount\n1,2024-01-05,5\n' >orders.csv
crm-import --fresh 2x orders.csv
echo "status $?"
printf 'customer_id,date,amount\n' | crm-import --fresh soon
