# A currency that is none would leave every row out: it is refused.
printf '%s\n' customer_id,date,amount,currency a,2024-01-01,10,EUR >orders.csv
crm-score --currency euro orders.csv
