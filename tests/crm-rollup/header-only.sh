# No rows: the header of the output, and nothing to look back from.
echo customer_id,date,amount | crm-rollup
echo customer_id,date,amount,currency | crm-rollup -q --by month --keep date --sum amount
echo customer_id,date,amount | crm-rollup -q -t jsonl
