# Proves that a command whose reader gets nothing but the mark says the same as one that broke off
# later, through any number of commands.
crm-import -q missing.csv | crm-import -q | crm-import -q -o out.csv
echo "status $?"
printf 'customer_id,date,amount\n1,2024-01-05,x\n' >orders.csv
crm-import -q -t jsonl orders.csv | crm-import -q -t jsonl | crm-import -q -o out.csv
echo "status $?"
ls -A
