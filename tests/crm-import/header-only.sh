# Proves that a header without rows is a table without rows: fine, with and without a line end.
printf 'customer_id,date,amount\n' | crm-import
printf 'customer_id,date,amount' | crm-import -q -t jsonl
printf 'Customer,Date,Amount' | crm-import -q
