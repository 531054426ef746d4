# Proves that without bad rows the rejects file is there and empty, and the status is 0.
printf 'customer_id,date,amount\n1,2024-01-05,5\n' | crm-import -q --rejects rejects.csv
echo "status $?"
wc -c <rejects.csv
