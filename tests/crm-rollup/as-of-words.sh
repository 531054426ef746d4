# --as-of takes a day, today or data.
crm-rollup --as-of yesterday
echo "status $?"
crm-rollup --as-of 2024-02-30
echo "status $?"
crm-rollup --as-of '2024-01-05 12:00'
echo "status $?"
printf '%s\n' customer_id,date,amount a,2024-01-05,1 >orders.csv
crm-rollup --as-of data orders.csv
crm-rollup -q --as-of today orders.csv
