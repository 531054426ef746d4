# Grouping, HAVING, DISTINCT, LIKE, CASE, ORDER BY, LIMIT. north: 10.25 + 5.76 = 16.01, south: 20.25;
# all 16.01 + 20.25 + 1.25 = 37.51.
cat >t.csv <<'END'
customer_id,order_id,date,amount,region
a,1,2024-01-05,10.25,north
b,2,2024-01-06,20.25,south
a,3,2024-01-07,5.76,north
c,4,2024-02-01,1.25,West
END
crm-query -q 'SELECT region, count(*) AS n, count(DISTINCT customer_id) AS customers, sum(amount) AS s
    FROM t GROUP BY region HAVING sum(amount) > 10 ORDER BY s DESC' t.csv
crm-query -q 'SELECT DISTINCT customer_id FROM t ORDER BY 1' t.csv
crm-query -q "SELECT order_id FROM t WHERE region LIKE 'w%'" t.csv
crm-query -q "SELECT sum(CASE WHEN amount >= 10 THEN 1 ELSE 0 END) AS large FROM t" t.csv
crm-query -q 'SELECT order_id FROM t ORDER BY amount LIMIT 2 OFFSET 1' t.csv
crm-query -q "SELECT sum(amount) FILTER (WHERE region = 'north') AS north, sum(DISTINCT amount) AS d FROM t" t.csv
