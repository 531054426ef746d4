# --explain says on stderr how each column is made; the output is the same.
printf '%s\n' customer_id,date,amount a,2024-01-05,1 >orders.csv
crm-rollup -q --explain orders.csv
