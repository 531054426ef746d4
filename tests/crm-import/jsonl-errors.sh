# Proves the errors of JSON Lines: a later new key, text that is no object, a key twice, broken JSON,
# a value that is no number; each with the line, and the character where the value begins.
#   {"customer_id":"2","date":"2024-01-06","amount":6,"note": is 57 characters, so "x" begins at 58
#   {"customer_id":"2","date":"2024-01-06","amount": is 48, so the amount begins at 49
first='{"customer_id":"1","date":"2024-01-05","amount":5}'
try() {
    printf '%s\n' "$first" "$1" | crm-import -q
    echo " status $?"
}
try '{"customer_id":"2","date":"2024-01-06","amount":6,"note":"x"}'
try '[1,2]'
try '{"customer_id":"2","customer_id":"3"}'
try '{"customer_id":"2","date":"2024-01-06","amount":"six"}'
