# Files that are not there, to read and to write; nothing is left behind.
printf '%s\n' customer_id,date,amount a,2024-01-05,1 >orders.csv
crm-score orders.csv nowhere.csv -o scores.csv
echo "status $?"
crm-score orders.csv -o no/such/scores.csv
echo "status $?"
crm-score orders.csv -o scores.csv --save-thresholds no/such/cuts.json
echo "status $?"
ls -A
