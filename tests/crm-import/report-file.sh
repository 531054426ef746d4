# Proves that --report=FILE is written whole, in the format of its name, also under -q; and that it is
# left alone when the run fails.
printf 'customer_id,date,amount\n00017,2024-01-05,5\n' >orders.csv
crm-import -q --report=report.csv -o out.csv orders.csv
cat report.csv
crm-import -q --report=report.jsonl -o out.csv orders.csv
cat report.jsonl
printf 'customer_id,date,amount\n1,2024-01-05,x\n' | crm-import -q --report=report.csv -o out.csv
echo "status $?"
wc -l <report.csv
