# A stream that a failed command ended is no answer: status 3, the mark goes on, no file appears.
printf 'k,n\na,1\n"crm-import stopped at orders.csv:812:5' >t.csv
crm-query -q 'SELECT k FROM t' t.csv
echo
crm-query -q 'SELECT count(*) AS n FROM t' t.csv
echo
crm-query -q -o out.csv 'SELECT a.k FROM t a JOIN t b ON a.k = b.k' t.csv
echo "status $?"
printf '{"k":"a"}\n{"crm-import stopped at orders.csv:812:5' | crm-query -q -o out.csv 'SELECT k FROM stdin'
echo "status $?"
ls
