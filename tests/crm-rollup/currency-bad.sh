# A word that is no ISO 4217 code, in the data and on the command line.
printf '%s\n' customer_id,date,amount,currency a,2024-01-01,10,euro >orders.csv
crm-rollup orders.csv
echo "status $?"
crm-rollup --currency euro orders.csv
