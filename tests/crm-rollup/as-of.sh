# Later rows are excluded and counted; a day given is taken as it is, also behind the data.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-01,10
a,2,2024-01-05,20
a,2,2024-01-09,-20
END
crm-rollup --as-of 2024-01-05 orders.csv
crm-rollup --as-of 2024-06-30 orders.csv
