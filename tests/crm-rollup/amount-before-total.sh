# Where amount is there, order_total is another column and not used.
cat >orders.csv <<'END'
customer_id,order_id,date,amount,order_total
a,1,2024-01-01,60,100
a,1,2024-01-01,40,100
END
crm-rollup -q orders.csv | cut -d , -f 1,7-10
