# Scores and thresholds in one file would lose one of them.
printf '%s\n' customer_id,date,amount a,2024-01-05,1 >orders.csv
crm-score -q orders.csv -o out --save-thresholds ./out
echo "status $?"
ls -A
