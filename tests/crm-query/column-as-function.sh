# A column that is called like a function does not disturb the function: 100 x 2 rows, 2 < 10 + 20.
printf 'count,sum,n\n3,5,10\n4,6,20\n' >t.csv
crm-query -q 'SELECT 100 * count(*) AS c, 2 < sum(n) AS s FROM t' t.csv
crm-query -q 'SELECT count, sum FROM t WHERE count > 3' t.csv
