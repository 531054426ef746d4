# --where holds for every input: a column that one of them lacks is an error that names it.
printf 'k,n\na,1\nb,2\n' >t.csv
printf 'k,m\na,1\nb,2\n' >u.csv
crm-query -q --where "k = 'a'" 'SELECT t.n, u.m FROM t JOIN u ON t.k = u.k' t.csv u.csv
crm-query -q --where 'n > 1' 'SELECT k FROM t' t.csv u.csv
echo "status $?"
