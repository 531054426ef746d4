# An amount of 0 is an order (a sample, a voucher); -0 is 0.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-05,0
a,2,2024-01-06,-0
END
crm-rollup -q orders.csv
