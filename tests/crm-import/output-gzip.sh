# Proves that an output named .gz is compressed, takes its format from the name before .gz, and that
# crm-import reads it back: import of its own output is the identity.
printf 'customer_id,date,amount\n1,2024-01-05,5\n' >orders.csv
crm-import -q -o out.jsonl.gz orders.csv
gzip -dc out.jsonl.gz
crm-import -q -o out.csv.gz orders.csv
crm-import -q out.csv.gz
