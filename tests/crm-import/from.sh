# Proves --from: a TSV with one row of which nothing tells the tab; a name ending in .tsv does the
# same; JSON Lines read as CSV, and CSV as JSON Lines, are errors and not guesses.
printf 'customer_id\tdate,time\tamount,net\n1\t2024-01-05\t5,000\n' >orders.txt
crm-import -q -f tsv --map date=date,time --map amount=amount,net orders.txt
cp orders.txt orders.tsv
crm-import -q --map date=date,time --map amount=amount,net orders.tsv
printf 'customer_id,date,amount\n1,2024-01-05,5\n' | crm-import -q -f jsonl
echo " status $?"
printf '{"customer_id":"1"}\n' | crm-import -q -f csv
