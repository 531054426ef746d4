# The same where two rollups meet: the customer is named.
printf '%s\n' customer_id,date,amount a,2024-01-10,900000000000000 | crm-rollup -q -o one.csv
printf '%s\n' customer_id,date,amount a,2024-01-11,30000000000000 | crm-rollup -q -o two.csv
crm-rollup one.csv two.csv
