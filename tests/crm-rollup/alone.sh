# A last day that stands alone: 2024-03-15 is 70 days behind 01-05, where days are usually 1 apart.
# With --as-of the user has decided; later rows are excluded then.
cat >orders.csv <<'END'
customer_id,date,amount
a,2024-01-01,1
b,2024-01-02,1
b,2024-01-03,1
a,2024-01-04,1
c,2024-01-05,1
c,2024-03-15,1
END
crm-rollup orders.csv
echo "status $?"
crm-rollup --as-of 2024-01-31 orders.csv | tail -n 1
crm-rollup -q --as-of 2024-03-15 orders.csv | tail -n 1
