# Proves how JSON Lines are read: columns are the keys of the first record in its order; a missing key
# and null are empty; numbers keep their text; escapes and surrogate pairs are decoded; booleans and
# nested values pass as compact text; blanks, blank lines and CRLF between records do not matter.
printf '%s\n' \
    '{"customer_id": "007", "order_id": 9007199254740993, "date": "2024-01-05", "amount": 12.50, "note": "a\"b\\c\u00e9\ud83d\ude00\n", "vip": true, "tags": [1, {"k": "v w"}]}' \
    '' \
    '  {"date":"2024-01-06","customer_id":8,"amount":3,"vip":null,"tags":[ ]}  ' >orders.jsonl
printf '{"amount":4,"date":"2024-01-07","customer_id":"9","note":"","vip":false}\r\n' >>orders.jsonl
crm-import orders.jsonl
