# One customer is at every cut: not above it, so f and m are 1, and r, reversed, is 5.
printf '%s\n' customer_id,date,amount a,2024-01-01,10 | crm-score
