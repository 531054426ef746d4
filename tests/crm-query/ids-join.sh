# A join on ids keeps leading zeros: 007 is Ann and 7 is Bo.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
007,1,2024-01-05,12.25
7,2,2024-01-06,7.75
0070,3,2024-01-06,1.25
END
printf 'client no,name\n007,Ann\n7,Bo\n' >people.csv
crm-query -q 'SELECT o.order_id, o.customer_id, p.name FROM orders o
    LEFT JOIN people p ON p.customer_id = o.customer_id ORDER BY 1' orders.csv people.csv
