# A full device, on standard output and by -o.
printf 'k,n\na,1\n' >t.csv
crm-query -q 'SELECT k FROM t' t.csv >/dev/full
echo "status $?"
crm-query -q 'SELECT k FROM t' t.csv -o /dev/full
echo "status $?"
crm-query -q --columns t.csv >/dev/full
echo "status $?"
ls -A
