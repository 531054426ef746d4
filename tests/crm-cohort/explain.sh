# What the columns mean, on standard error; the rows are as without it.
printf 'customer_id,date,amount\na,2024-01-10,1\n' >orders.csv
crm-cohort --explain orders.csv
crm-cohort --explain -q --matrix active orders.csv 2>/dev/null
