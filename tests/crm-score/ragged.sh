# A row with too few fields, and one with too many.
printf '%s\n' customer_id,date,amount a,2024-01-05,1 b,2024-01-05 | crm-score
echo " status $?"
printf '%s\n' customer_id,date,amount a,2024-01-05,1,2 | crm-score
