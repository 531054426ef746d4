# A full device, on standard output, by -o and for the thresholds.
printf '%s\n' customer_id,date,amount a,2024-01-05,1 >orders.csv
crm-score -q orders.csv >/dev/full
echo "status $?"
crm-score -q orders.csv -o /dev/full
echo "status $?"
crm-score -q orders.csv -o scores.csv --save-thresholds /dev/full
echo "status $?"
ls -A
