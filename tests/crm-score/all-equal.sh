# Where all have the same figures, all have the same scores.
printf '%s\n' customer_id,date,amount a,2024-01-01,10 b,2024-01-01,10 c,2024-01-01,10 d,2024-01-01,10 \
    e,2024-01-01,10 >orders.csv
crm-score -q --method quantile orders.csv
crm-score orders.csv
