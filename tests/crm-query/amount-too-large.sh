# Beyond 200,000,000,000 doubles cannot hold 4 decimals: an amount above is an error, that one is not.
printf 'customer_id,date,amount\na,2024-01-05,200000000000\nb,2024-01-06,-200000000000\n' >t.csv
crm-query -q 'SELECT customer_id, amount = 200000000000 AS same, amount < 0 AS minus FROM t' t.csv
printf 'customer_id,date,amount\na,2024-01-05,200000000000.0001\n' >u.csv
crm-query -q -o out.csv 'SELECT amount FROM u' u.csv
echo "status $?"
