# A customer of whom only refunds are known: no dates, no days, and no as-of.
cat >orders.csv <<'END'
customer_id,date,amount
a,2024-01-05,-10
a,2024-01-06,-20
END
crm-rollup orders.csv
