# The order of the month lies before --until, its refund behind it: the row reaches over the end.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-10,10
a,1,2024-01-28,-4
END
crm-rollup -q --by month orders.csv -o month.csv
crm-rollup --until 2024-01-15 month.csv >/dev/null 2>&1
echo "status $?"
