# Nor may the difference, as in a rollup of -900 trillion less refunds of 90 trillion.
cat >rollup.csv <<'END'
customer_id,first_date,second_date,last_date,prev_date,prev2_date,rows,orders,days,amount,first_amount,gap_sq,gap_max,refunds,refund_amount
a,2024-01-01,,2024-01-01,,,1,1,1,-900000000000000,1.00,0,0,1,90000000000000
END
crm-score rollup.csv
