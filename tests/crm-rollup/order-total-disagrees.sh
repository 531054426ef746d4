# The rows of an order have to agree on its total; both are shown.
cat >orders.csv <<'END'
customer_id,order_id,date,order_total
a,1,2024-01-01,100
b,1,2024-01-01,50
a,1,2024-01-01,120.5
END
crm-rollup orders.csv
