# A full device: the message names it, the status is 4.
printf '%s\n' customer_id,date,amount a,2024-01-05,1 >orders.csv
crm-rollup -q orders.csv >/dev/full
echo "status $?"
crm-rollup -q orders.csv -o /dev/full
