# A rollup has to be sorted, as crm-rollup writes it.
cat >rollup.csv <<'END'
customer_id,first_date,second_date,last_date,prev_date,prev2_date,rows,orders,days,amount,first_amount,gap_sq,gap_max,refunds,refund_amount
b,2024-01-01,,2024-01-01,,,1,1,1,1.00,1.00,0,0,0,0.00
a,2024-01-01,,2024-01-01,,,1,1,1,1.00,1.00,0,0,0,0.00
END
crm-score rollup.csv
