# Scores that are there already are replaced, with a notice each; the rest stays as it was.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-01,10
b,2,2024-01-05,20
b,3,2024-01-07,20
END
crm-rollup -q orders.csv | crm-score -q >scored.csv
crm-score scored.csv | cmp - scored.csv && echo same
