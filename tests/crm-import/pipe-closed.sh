# Proves that a reader that leaves early ends the run quietly, by SIGPIPE (128 + 13 = 141), and that
# nothing is renamed over an output file. 20,000 rows of 30 bytes are more than any pipe holds.
awk 'BEGIN { print "customer_id,date,amount"
             for (i = 1; i <= 20000; i++) printf "%05d,2024-01-05,1000.00\n", i }' >orders.csv
{
    crm-import -q --summary=summary.json orders.csv
    echo "status $?" >status
} | head -n 1
cat status
[ -e summary.json ] || echo "no summary.json"
