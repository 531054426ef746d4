# No such file: status 4, before anything is written to -o.
echo a >t.csv
crm-query 'SELECT * FROM t' t.csv missing.csv
echo
crm-query -o out.csv 'SELECT * FROM t' t.csv m=missing.csv
echo "status $?"
ls
