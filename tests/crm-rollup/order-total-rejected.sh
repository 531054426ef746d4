# With --rejects the row that disagrees is left out and the order keeps its first total.
cat >orders.csv <<'END'
customer_id,order_id,date,order_total
a,1,2024-01-01,100
a,1,2024-01-01,120.5
END
crm-rollup --rejects bad.csv --max-rejects 1 orders.csv
echo "status $?"
cat bad.csv
