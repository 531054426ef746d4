# JSON Lines in and out: numbers as numbers, texts as texts, nothing as null, nested values as their text.
cat >scores.jsonl <<'END'
{"customer_id":"007","recency_days":10,"frequency":2,"monetary":90.50,"r":5,"f":2,"m":5,"rfm":"525","as_of":"2024-06-30","first_date":"2024-06-10","last_date":"2024-06-20","prev_date":"2024-06-10","prev2_date":null,"days":2,"gap_max":10,"tags":["x"]}
{"customer_id":"008","recency_days":null,"frequency":0,"monetary":-3,"r":null,"f":null,"m":null,"rfm":null,"as_of":"2024-06-30","first_date":null,"last_date":null,"prev_date":null,"prev2_date":null,"days":0,"gap_max":0,"tags":null}
END
echo '{"screening": [{"name": "low", "when": "monetary < 0", "result": "hold"}]}' >policy.json
printf '%s\n' '{"customer_id":"007","tier":"ordinary","tier_rank":3,"monetary":1}' \
    '{"customer_id":"009","tier":"VIP","tier_rank":1,"monetary":5.5}' >previous.jsonl
crm-segment -q -t jsonl scores.jsonl --policy policy.json --previous previous.jsonl --moves moves.jsonl
cat moves.jsonl
crm-segment -q -t jsonl scores.jsonl customers=customers.jsonl 2>/dev/null
echo " status $?"
echo '{"客户编号":"010","客户名称":"零"}' >customers.jsonl
crm-segment -q -t csv scores.jsonl customers=customers.jsonl | cut -d , -f 1,4,9,17-
