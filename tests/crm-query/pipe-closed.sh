# A reader that goes away ends the command quietly, by SIGPIPE.
awk 'BEGIN { print "k,n"; for (i = 0; i < 99999; i++) print "key" i "," i }' >t.csv
{
    crm-query -q 'SELECT * FROM t' t.csv --summary=account.json
    echo "status $?" >&2
} | :
ls -A
