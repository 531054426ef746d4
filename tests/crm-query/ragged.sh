# A row with a field too few ends the run; what was written before it is closed by the mark of a failure.
printf 'k,n\na,1\nb\nc,3\n' >t.csv
crm-query -q 'SELECT k, n FROM t' t.csv
echo
crm-query -q -t jsonl 'SELECT k, n FROM t' t.csv
echo
crm-query -q -o out.csv 'SELECT k, n FROM t' t.csv
echo "status $?"
ls
