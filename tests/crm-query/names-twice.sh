# Two tables of one name: NAME=FILE tells them apart.
mkdir a b
printf 'k\n1\n' >a/t.csv
printf 'k\n2\n' >b/T.csv
crm-query -q 'SELECT * FROM t' a/t.csv b/T.csv
echo "status $?"
crm-query -q 'SELECT * FROM t' t=a/t.csv t=b/T.csv
echo "status $?"
crm-query -q 'SELECT t.k, u.k AS other FROM t, u' a/t.csv u=b/T.csv
