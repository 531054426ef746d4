# Bad rows go to --rejects, the rest is scored, the status is 1.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-05,10
a,2,2024-01-06,ten
b,3,2024-01-08,5
END
crm-score -q --rejects bad.csv --max-rejects 1 orders.csv
echo "status $?"
cat bad.csv
