# 10,000 times 0.1 is 1000 to the last digit, where floating point has 1000.0000000001588; the mean is 0.1,
# and 0.1 + 0.2 = 0.3. Less as much it is 0. Whole numbers stay whole: 10,000 x 3.
awk 'BEGIN { print "k,v,n"; for (i = 0; i < 10000; i++) print "a,0.1,3" }' >t.csv
crm-query -q 'SELECT sum(v) = 1000 AS same, sum(v) AS sum, total(v) AS total, avg(v) AS mean,
    sum(n) AS n, typeof(sum(n)) AS type FROM t' t.csv
crm-query -q 'SELECT sum(v) AS zero FROM (SELECT v FROM t UNION ALL SELECT -v FROM t)' t.csv
echo '-- running, and over 10 rows'
crm-query -q 'SELECT max(s) AS most, max(ten) AS ten FROM (SELECT sum(v) OVER (ORDER BY rowid) AS s,
    sum(v) OVER (ORDER BY rowid ROWS 9 PRECEDING) AS ten FROM t)' t.csv
echo '-- money'
printf 'customer_id,date,amount\na,2024-01-05,0.1\na,2024-01-05,0.2\n' |
    crm-query -q 'SELECT sum(amount) = 0.3 AS same FROM stdin'
echo '-- a product is rounded to 4 decimals as it is added: 0.0001 x 0.6 = 0.00006, to 0.0001, thrice'
crm-query -q 'SELECT sum(column1 * 0.6) AS s FROM (VALUES (0.0001), (0.0001), (0.0001))' t.csv
