# An order over several rows counts once, in any order of the rows, however far apart.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-01,10
b,9,2024-01-02,3
a,2,2024-01-05,20
a,1,2024-01-01,5
b,9,2024-01-02,4
a,1,2024-01-01,1
END
crm-rollup -q orders.csv >one.csv
cat one.csv
{ head -n 1 orders.csv; tail -n +2 orders.csv | sort -r; } | crm-rollup -q | cmp - one.csv && echo same
