# A rollup that goes past as-of cannot be cut.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-01,10
a,2,2024-01-05,20
END
crm-rollup -q orders.csv -o all.csv
crm-rollup --as-of 2024-01-04 all.csv
