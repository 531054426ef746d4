# A sum that does not fit in 64 bits of 1/10000.
printf '%s\n' customer_id,date,amount a,2024-01-10,900000000000000 a,2024-01-11,30000000000000 | crm-score
