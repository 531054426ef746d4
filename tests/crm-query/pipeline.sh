# Scores joined with the customers' names. a: 10.25 + 20.50 = 30.75 on 2 orders, b: 5.25 on one.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-05,10.25
a,2,2024-01-06,20.50
b,3,2024-01-07,5.25
END
printf 'customer_id,name\na,Ann\nb,Bo\n' >people.csv
crm-score -q orders.csv |
    crm-query -q 'SELECT p.name, s.frequency, s.monetary, s.recency_days FROM stdin s
        JOIN people p ON p.customer_id = s.customer_id ORDER BY s.monetary DESC' - people.csv
echo '-- a failed feed'
printf 'customer_id,order_id,date,amount\na,1,2024-01-05,x\n' >bad.csv
crm-import -q bad.csv | crm-query -q -o out.csv 'SELECT count(*) AS n FROM stdin'
echo "status $?"
