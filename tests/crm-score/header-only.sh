# No customers: the header alone, and no as-of to speak of.
echo customer_id,date,amount | crm-score
echo customer_id,date,amount | crm-score -q -t jsonl
