# -o keeps the old file when the run fails, and replaces it whole when it succeeds.
echo old >out.csv
printf '%s\n' customer_id,date,amount a,2024-01-05,1 b,2024-01-06,x >orders.csv
crm-rollup -q orders.csv -o out.csv
echo "status $?"
cat out.csv
sed 's/x/2/' orders.csv | crm-rollup -q -o out.csv
cat out.csv
ls -A
