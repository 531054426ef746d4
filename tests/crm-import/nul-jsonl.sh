# Proves that NUL is refused in JSON Lines too, as a byte ({"customer_id":" is 16 characters, so it
# stands at column 17) and as an escape.
first='{"customer_id":"1","date":"2024-01-05","amount":5}\n'
printf "$first"'{"customer_id":"\000"}\n' | crm-import -q
echo " status $?"
printf "$first"'{"customer_id":"\\u0000"}\n' | crm-import -q 2>err >out
echo "status $?"
grep -c 'stdin:2:.*is not JSON' err
