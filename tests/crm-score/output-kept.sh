# -o and --save-thresholds keep the old files when the run fails, and replace them when it succeeds.
echo old >scores.csv
echo old >cuts.json
printf '%s\n' customer_id,date,amount a,2024-01-05,1 b,2024-01-06,x >orders.csv
crm-score -q orders.csv -o scores.csv --save-thresholds cuts.json
echo "status $?"
cat scores.csv cuts.json
sed 's/x/2/' orders.csv | crm-score -q -o scores.csv --save-thresholds cuts.json
cat scores.csv cuts.json
ls -A
