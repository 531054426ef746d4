# Bad rows go to --rejects with place, field, reason and the raw row; the run ends with status 1.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-05,10
a,2,2024-01-06,"12,5O"
b,3,someday,7
b,4,2024-01-07
c,5,2024-01-08,5
END
crm-rollup --rejects bad.csv --max-rejects 3 orders.csv
echo "status $?"
cat bad.csv
