# Rows that were right stay; the marker follows them.
printf '%s\n' customer_id,date,amount a,2024-01-05,1 b,2024-01-05,1 >orders.csv
crm-rollup -q orders.csv -o one.csv
printf '%s\n' customer_id,date,amount b,2024-01-05,1 >again.csv
crm-rollup -t jsonl one.csv again.csv
