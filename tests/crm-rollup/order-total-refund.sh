# An order with a total that was paid back by a refund of its own id, once over two rows.
cat >orders.csv <<'END'
customer_id,order_id,date,order_total,status
a,1,2024-01-01,100,paid
a,1,2024-01-01,100,paid
a,R1,2024-01-05,-100,refund
a,R1,2024-01-05,-100,refund
END
crm-rollup -q orders.csv
