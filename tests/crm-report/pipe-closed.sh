# A reader that goes away ends the command quietly, by SIGPIPE: 3,000 segments, more than a pipe holds.
awk 'BEGIN { print "customer_id,recency_days,frequency,monetary,r,f,m,tier,segment"
    for (i = 0; i < 3000; i++) print "c" i ",1,1,1,1,1,1,VIP,segment " i }' >rows.csv
{
    crm-report -q -t md rows.csv --summary=account.json
    echo "status $?" >&2
} | :
ls
