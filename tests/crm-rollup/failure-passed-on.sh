# A stream that ends in such a marker is refused, and where it began is passed on, in CSV and JSON.
printf '%s\n' customer_id,date,amount a,2024-01-05,1 b,2024-01-06,x >orders.csv
crm-import -q orders.csv 2>/dev/null | crm-rollup -q
echo " status $?"
crm-import -q -t jsonl orders.csv 2>/dev/null | crm-rollup -q -t jsonl
echo " status $?"
