# -o: whole or not at all; a run that fails leaves the file as it was; --backup keeps the old one.
printf 'k,n\na,1\nb,2\n' >t.csv
crm-query -q -o out.csv 'SELECT k FROM t' t.csv
printf 'k,n\na,1\nb\n' >bad.csv
crm-query -q -o out.csv 'SELECT k, n FROM bad' bad.csv
echo "status $?"
cat out.csv
crm-query -q -o out.csv --backup 'SELECT n FROM t' t.csv
head out.csv 'out.csv.~1~'
echo '-- onto its own input'
crm-query -q -o t.csv 'SELECT k FROM t WHERE n > 1' t.csv
cat t.csv
ls
