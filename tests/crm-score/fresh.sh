# Data that end too early: the scores are written, the status is 1.
printf '%s\n' customer_id,date,amount a,2024-01-05,1 >orders.csv
crm-score --as-of 2024-02-01 --fresh 2w orders.csv
echo "status $?"
crm-score -q --as-of 2024-01-19 --fresh 2w orders.csv
