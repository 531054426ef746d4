# -q silences notices and warnings, never errors.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-05,1
a,1,2024-01-06,1
END
crm-rollup -q orders.csv
crm-rollup -q --as-of 2024-02-01 --fresh 1d orders.csv
