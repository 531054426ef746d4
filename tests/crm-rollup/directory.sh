# A directory in the place of a file, to read and to write.
mkdir dir
printf '%s\n' customer_id,date,amount a,2024-01-05,1 >orders.csv
crm-rollup dir
echo "status $?"
crm-rollup orders.csv -o dir
