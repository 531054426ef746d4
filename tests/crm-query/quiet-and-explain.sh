# --explain says how columns are made and goes on; -q takes notices away, not errors; --version.
printf 'k,n\na,1\n' >t.csv
crm-query --explain -q 'SELECT n FROM t' t.csv
crm-query -q 'SELECT x FROM t' t.csv
echo "status $?"
crm-query --version
