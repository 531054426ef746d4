# With --rejects bad rows go aside, from a stream and from a copy, and the status is 1.
cat >t.csv <<'END'
customer_id,date,amount
a,2024-01-05,1.25
b,2024-01-06
c,2024-01-07,x
d,2024-01-08,2.25
END
crm-query --rejects bad.csv --max-rejects 2 'SELECT customer_id, amount FROM t' t.csv
echo "status $?"
cat bad.csv
crm-query --rejects bad2.csv --max-rejects 2 'SELECT a.customer_id, b.amount FROM t a JOIN t b
    ON a.customer_id = b.customer_id' t.csv
echo "status $?"
cmp bad.csv bad2.csv
echo '-- too many'
crm-query --rejects bad3.csv --max-rejects 1 -o out.csv 'SELECT customer_id, amount FROM t' t.csv
echo "status $?"
