# A purchase day in two inputs, as when a job has run twice: the customer and both inputs are named.
cat >monday.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-01,1
b,2,2024-01-01,2
END
cat >tuesday.csv <<'END'
customer_id,order_id,date,amount
b,2,2024-01-01,2
b,3,2024-01-02,3
END
crm-rollup -q monday.csv -o one.csv
crm-rollup -q tuesday.csv -o two.csv
crm-rollup one.csv two.csv
