# A gzip file cut in the middle is an I/O error; no row of it comes out.
awk 'BEGIN { print "customer_id,date,amount"; for (i = 0; i < 999; i++) print "c" i ",2024-01-05," i }' |
    gzip -n | head -c 1000 >orders.csv.gz
crm-rollup orders.csv.gz -o out.csv
echo "status $?"
crm-rollup orders.csv.gz
echo " status $?"
ls -A
