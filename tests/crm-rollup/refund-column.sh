# What `refunded` says was paid back on a counted row: an order and a refund of that much, whichever
# sign it is written with; 0 and empty are no refund.
cat >orders.csv <<'END'
customer_id,order_id,date,amount,refunded
a,1,2024-01-01,30,10
a,2,2024-01-02,30,-2.5
a,3,2024-01-03,30,0
a,4,2024-01-04,30,
END
crm-rollup -q orders.csv
