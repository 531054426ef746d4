# A table read twice, from a pipe too: the orders of a customer on the days before. 1 has 3 orders: pairs
# (1,2), (1,4), (2,4); 2 has one: none.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
1,1,2024-01-05,12.25
1,2,2024-01-06,7.75
2,3,2024-01-06,5.25
1,4,2024-02-01,0.25
END
sql='SELECT a.order_id AS early, b.order_id AS late, julianday(b.date) - julianday(a.date) AS days
    FROM stdin a JOIN stdin b ON a.customer_id = b.customer_id AND a.date < b.date ORDER BY 1, 2'
crm-query "$sql" stdin=orders.csv
cat orders.csv | crm-query -q "$sql"
