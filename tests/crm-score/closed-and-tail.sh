# A closed rollup and the transactions since: one row a customer, as from all transactions.
cat >closed.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-01,10
b,2,2024-01-02,20
END
cat >tail.csv <<'END'
customer_id,order_id,date,amount
a,3,2024-02-01,5
c,4,2024-02-02,1
b,2,2024-02-03,-20
END
crm-rollup -q closed.csv -o closed-rollup.csv
crm-score closed-rollup.csv tail.csv | tee scores.csv
crm-score -q closed.csv tail.csv | cmp - scores.csv && echo same
