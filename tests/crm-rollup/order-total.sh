# order_total stands on every row of an order and counts once: 100 + 50; first_amount 100; rows 4.
cat >orders.csv <<'END'
customer_id,order_id,date,order_total,item
a,1,2024-01-01,100,tea
a,2,2024-01-03,50,cup
a,1,2024-01-01,100,pot
a,1,2024-01-01,100.00,jar
END
crm-rollup -q orders.csv
