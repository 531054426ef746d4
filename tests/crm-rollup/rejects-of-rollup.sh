# A bad row of a rollup can be rejected as well.
cat >rollup.csv <<'END'
customer_id,first_date,second_date,last_date,prev_date,prev2_date,rows,orders,days,amount,first_amount,gap_sq,gap_max,refunds,refund_amount
a,2024-01-01,,2024-01-01,,,1,1,1,1.00,1.00,0,0,0,0.00
b,2024-01-01,,2024-01-01,,,one,1,1,1.00,1.00,0,0,0,0.00
c,2024-01-01,,2024-01-01,,,1,1,1,1.00,1.00,0,0,0,0.00
END
crm-rollup --rejects bad.csv --max-rejects 50% rollup.csv
echo "status $?"
cat bad.csv
