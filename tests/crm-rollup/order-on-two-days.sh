# An order with rows on two days belongs to the first, and a notice says what that means for merging.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-02-01,5
a,1,2024-01-31,10
b,2,2024-02-01,1
END
crm-rollup --by month orders.csv
