# A directory in the place of a file.
mkdir dir
printf '%s\n' customer_id,date,amount a,2024-01-05,1 >orders.csv
crm-score dir
echo " status $?"
crm-score orders.csv -o dir
echo "status $?"
crm-score orders.csv --thresholds dir
