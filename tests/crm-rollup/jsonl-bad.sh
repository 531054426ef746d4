# Broken JSON stops the run; a key that the first record lacks is an error unless --columns has it.
cat >orders.jsonl <<'END'
{"customer_id":"a","date":"2024-01-05","amount":1}
{"customer_id":"b","date":"2024-01-06","amount":2,"refunded":1}
END
crm-rollup orders.jsonl
echo "status $?"
crm-rollup -q --columns refunded orders.jsonl
sed '2s/}$//' orders.jsonl >broken.jsonl
crm-rollup --columns refunded broken.jsonl
