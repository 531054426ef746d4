# Beyond --max-rejects the run fails and no file appears: 2 of 3 rows are more than 10 %, or than 1.
cat >orders.csv <<'END'
customer_id,date,amount
a,2024-01-05,x
a,2024-01-06,y
b,2024-01-07,1
END
crm-rollup --rejects bad.csv orders.csv -o out.csv
echo "status $?"
crm-rollup --rejects bad.csv --max-rejects 1 orders.csv -o out.csv
echo "status $?"
ls
crm-rollup --max-rejects many orders.csv
