# A column that is not there cannot be added up, in transactions or in a rollup.
printf '%s\n' customer_id,date,amount a,2024-01-01,10 >orders.csv
crm-rollup --sum margin orders.csv
echo "status $?"
crm-rollup -q orders.csv -o rollup.csv
crm-rollup --sum margin rollup.csv
