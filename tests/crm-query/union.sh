# A table read twice by UNION, a CTE or a subquery; share: 12 of 48 = 0.25, 36 of 48 = 0.75.
printf 'k,n\na,12\nb,36\n' >t.csv
crm-query -q "SELECT k, n FROM t UNION ALL SELECT 'all', sum(n) FROM t" t.csv
echo '-- subquery'
crm-query -q 'SELECT k, 1.0 * n / (SELECT sum(n) FROM t) AS share FROM t' t.csv
echo '-- cte'
crm-query -q 'WITH big AS (SELECT * FROM t WHERE n > 20) SELECT t.k, big.k AS big
    FROM t LEFT JOIN big USING (k) ORDER BY 1' t.csv
echo '-- correlated'
crm-query -q 'SELECT k, (SELECT count(*) FROM t u WHERE u.n <= t.n) AS rank FROM t' t.csv
echo '-- union of two files'
printf 'k,n\nc,1\n' >u.csv
crm-query -q 'SELECT k FROM t UNION SELECT k FROM u ORDER BY k DESC' t.csv u.csv
