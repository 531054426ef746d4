# Rows without an id in a column of ids: each purchase day of them is one order, beside order 1.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-01,10
a,,2024-01-01,20
a,,2024-01-01,30
a,,2024-01-02,40
END
crm-rollup -q orders.csv
