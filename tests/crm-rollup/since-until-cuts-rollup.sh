# A row of a rollup that reaches over the range cannot be cut.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-02-01,2
a,2,2024-02-20,4
END
crm-rollup -q --by month orders.csv -o month.csv
crm-rollup --until 2024-02-10 month.csv
