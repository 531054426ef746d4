# One row a customer, sorted bytewise.
printf '%s\n' customer_id,date,amount b,2024-01-01,1 é,2024-01-01,1 B,2024-01-01,1 9,2024-01-01,1 \
    10,2024-01-01,1 | LC_ALL=en_US.UTF-8 crm-score -q | cut -d , -f 1
