# --summary: rows read are those merged into the answer and those excluded.
printf 'k,n\na,1\nb,2\nc,3\n' >t.csv
printf 'k,m\na,1\n' >u.csv
crm-query -q --summary=account.json --where "k <> 'c'" -o out.csv 'SELECT t.n, u.m FROM t
    JOIN u ON t.k = u.k' t.csv u.csv
sed 's/"timing":.*/"timing":.../' account.json
crm-query -q --summary 'SELECT count(*) AS n FROM t' t.csv 2>&1 | sed 's/"timing":.*/"timing":.../'
