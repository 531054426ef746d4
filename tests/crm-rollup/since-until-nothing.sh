# A range without rows gives the header alone.
printf '%s\n' customer_id,date,amount a,2024-01-09,1 | crm-rollup --since 2024-02-01
