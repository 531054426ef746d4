# A file that is not there, beside one that is: nothing is read and -o leaves nothing.
printf '%s\n' customer_id,date,amount a,2024-01-05,1 >orders.csv
crm-rollup orders.csv nowhere.csv -o out.csv
echo "status $?"
ls -A
crm-rollup orders.csv -o no/such/directory/out.csv
