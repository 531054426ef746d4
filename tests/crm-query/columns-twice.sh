# Two columns of the result may not share a name: AS tells them apart.
printf 'k,n\n1,2\n' >t.csv
crm-query -q 'SELECT * FROM t a JOIN t b ON a.k = b.k' t.csv
echo "status $?"
crm-query -q 'SELECT a.*, b.n AS other FROM t a JOIN t b ON a.k = b.k' t.csv
