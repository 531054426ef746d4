# --fresh: exit 1 where the data end earlier than that before as-of; exactly as long before is fresh.
printf '%s\n' customer_id,date,amount a,2024-01-05,1 >orders.csv
crm-rollup --as-of 2024-01-07 --fresh 2d orders.csv
echo "status $?"
crm-rollup --as-of 2024-01-08 --fresh 2d orders.csv
echo "status $?"
crm-rollup -q --as-of 2024-02-05 --fresh 1m orders.csv
echo "status $?"
crm-rollup -q --as-of 2024-01-12 --fresh 1w orders.csv
