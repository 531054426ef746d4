# A quote that is never closed, with the place where it opens.
printf '%s\n' customer_id,date,amount a,2024-01-05,1 'b,2024-01-06,"1' c,2024-01-07,1 | crm-score
