# A reader that goes away ends the command quietly, by SIGPIPE, and no file appears.
awk 'BEGIN { print "customer_id,date,amount"; for (i = 0; i < 9999; i++) print "c" i ",2024-01-05,1" }' \
    >orders.csv
{
    crm-rollup -q orders.csv --summary=account.json
    echo "status $?" >&2
} | :
ls -A
