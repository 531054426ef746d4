# Its refunds count too: that of 01-09 goes past as-of, as its period tells.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-01,10
a,1,2024-01-09,-10
END
crm-rollup -q --by day orders.csv -o day.csv
crm-rollup --as-of 2024-01-05 day.csv >/dev/null 2>&1
echo "status $?"
