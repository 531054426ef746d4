# What cannot be merged cannot be scored.
cat >orders.csv <<'END'
customer_id,date,amount
a,2024-01-01,10
END
crm-rollup -q orders.csv -o rollup.csv
crm-score rollup.csv orders.csv
