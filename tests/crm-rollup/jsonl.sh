# JSON Lines in and out: ids stay text, money and counts are numbers, empty dates null; keys that are
# missing or null are empty.
cat >orders.jsonl <<'END'
{"customer_id":"007","order_id":19,"date":"2024-01-05","amount":12.50,"note":"a \"b\"","tags":["x"]}
{"customer_id":"007","order_id":20,"date":"2024-01-09","amount":"1,200.75","note":null}
{"date":"2024-01-06","customer_id":"é","amount":-3,"order_id":"21"}
END
crm-rollup -q -t jsonl --keep note,order_id orders.jsonl
crm-rollup -q orders.jsonl
