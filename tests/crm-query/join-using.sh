# A join that names no column of a table but the one of USING, or none at all: 2 of the 3 rows of t have
# a partner in u (1 and 3); and 3 rows x 2 rows are 6.
printf 'k,v\n1,a\n2,b\n3,c\n' >t.csv
printf 'k,w\n1,x\n3,y\n' >u.csv
crm-query -q 'SELECT v FROM t JOIN u USING (k) ORDER BY v' t.csv u.csv
crm-query -q 'SELECT count(*) AS n FROM t, u' t.csv u.csv
crm-query -q 'SELECT v FROM t NATURAL JOIN u ORDER BY v' t.csv u.csv
crm-query -q 'SELECT v FROM t WHERE EXISTS (SELECT 1 FROM u) ORDER BY v' t.csv u.csv
