# sum, avg and total of a text are an error, not 0; + 0 leaves it out. Nothing to add is NULL, total 0.
printf 'k,n,m\na,4,\na,x,\n' >t.csv
for function in sum avg total; do
    crm-query -q -o out.csv "SELECT $function(n) AS s FROM t" t.csv
    echo "status $?"
done
crm-query -q 'SELECT sum(n + 0) AS sum, avg(n + 0) AS mean, sum(m) AS none, avg(m) AS no_mean,
    total(m) AS zero FROM t' t.csv
