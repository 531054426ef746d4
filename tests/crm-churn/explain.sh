# What the columns mean, on standard error.
printf 'customer_id,date,amount\na,2024-01-10,1\n' >orders.csv
crm-churn -q --explain orders.csv
