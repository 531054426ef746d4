# A rollup by month changes its grain here: the customer's own columns alone. The same scores as from
# the transactions.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-01,10
a,2,2024-02-01,10
b,3,2024-02-05,20
END
crm-rollup -q --by month orders.csv | crm-score -q | tee scores.csv
crm-score -q orders.csv | cmp - scores.csv && echo same
