# Proves the purposeful end: a reader is told by the opened quote where the command before it stopped,
# and passes the same on; so does the next; the status is 3 all along. In JSON Lines an object is
# opened.
printf 'customer_id,date,amount\n1,2024-01-05,5\n2,2024-01-06,x\n' >orders.csv
crm-import -q orders.csv | crm-import -q | crm-import -q
echo " status $?"
crm-import -q -t jsonl orders.csv | crm-import -q -t jsonl
echo " status $?"
crm-import -q -t tsv orders.csv >part.tsv
crm-import -q part.tsv
echo " status $?"
crm-import -q --lenient part.tsv
echo " status $?"
crm-import -q -o out.csv --rejects rejects.csv part.tsv
echo "status $?"
ls -A
