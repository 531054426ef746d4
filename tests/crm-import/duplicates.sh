# Proves that rows that repeat the one before exactly are counted and kept; --drop-duplicates drops
# those that repeat any earlier one, and counts them.
printf 'customer_id,date,amount\n1,2024-01-05,5\n1,2024-01-05,5\n2,2024-01-06,6\n1,2024-01-05,5\n' >orders.csv
crm-import orders.csv
crm-import --drop-duplicates orders.csv
printf '1,2024-01-05,5\n' | cat orders.csv - | crm-import -q --drop-duplicates -t jsonl
