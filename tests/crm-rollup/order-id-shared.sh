# An order is a customer and an order id: the same id of two customers is two orders.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-01,10
b,1,2024-01-01,20
END
crm-rollup -q orders.csv | cut -d , -f 1,8-10
