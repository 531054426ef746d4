# A sum is exact: what is no decimal number is an error with its place, not a zero.
cat >orders.csv <<'END'
customer_id,date,amount,margin
a,2024-01-01,10,1.5
a,2024-01-02,10,n/a
END
crm-rollup --sum margin orders.csv
