# The same where such a stream was kept in a file: nothing is replaced.
printf '%s\n' customer_id,date,amount a,2024-01-05,1 b,2024-01-06,x >orders.csv
crm-import -q orders.csv >broken.csv 2>/dev/null
echo old >out.csv
crm-rollup -q broken.csv -o out.csv
echo "status $?"
cat out.csv
ls -A
