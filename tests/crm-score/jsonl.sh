# JSON Lines in and out: rfm is text, a customer without an order has nulls.
cat >orders.jsonl <<'END'
{"customer_id":"007","order_id":1,"date":"2024-01-05","amount":12.50}
{"customer_id":"008","order_id":2,"date":"2024-01-06","amount":-3}
END
crm-score -q -t jsonl orders.jsonl
