# One statement; a semicolon behind it is allowed.
printf 'k,n\na,1\n' >t.csv
crm-query -q 'SELECT k FROM t;' t.csv
crm-query -q 'SELECT k FROM t; ' t.csv
crm-query -q 'SELECT k FROM t; SELECT n FROM t' t.csv
echo "status $?"
