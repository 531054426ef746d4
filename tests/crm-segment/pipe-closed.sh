# A reader that goes away ends the command quietly, by SIGPIPE, and no file appears.
awk 'BEGIN {
    print "customer_id,recency_days,frequency,monetary,r,f,m,as_of"
    for (i = 0; i < 9999; i++) print "c" i ",1,1," i ",5,5,5,2024-06-30"
}' >scores.csv
printf '%s\n' customer_id,tier,tier_rank a,ordinary,3 >previous.csv
{
    crm-segment -q scores.csv --previous previous.csv --moves moves.csv --summary=account.json
    echo "status $?" >&2
} | :
ls -A
