# All rows excluded: the same, and the account says why.
printf '%s\n' customer_id,date,status,amount a,2024-01-01,cancelled,1 ,2024-01-01,paid,2 | crm-score
