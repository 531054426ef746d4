# --where takes rows before SQL sees them, here 12.25 + 0.50 = 12.75 of all; the rest is counted.
cat >t.csv <<'END'
customer_id,order_id,date,amount
007,1,2024-01-05,12.25
7,2,2024-01-06,7.75
007,3,2024-01-07,0.50
END
crm-query --where "customer_id = '007'" 'SELECT count(*) AS n, sum(amount) AS s FROM t' t.csv
crm-query --where 'amount > 1' 'SELECT a.order_id AS a, b.order_id AS b FROM t a, t b ORDER BY 1, 2' t.csv
