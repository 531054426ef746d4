# A standard output that is not open.
printf '%s\n' customer_id,date,amount a,2024-01-05,1 >orders.csv
crm-score -q orders.csv >&-
