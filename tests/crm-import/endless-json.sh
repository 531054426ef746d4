# Proves that a JSON string of 2 GB is not read either, and is called what it is: a record that is too
# long, whatever the size of the pieces.
for size in 262144 300000; do
    {
        printf '{"customer_id":"1","date":"2024-01-05","amount":5}\n{"customer_id":"'
        head -c 2147483648 /dev/zero 2>/dev/null | tr '\0' x 2>/dev/null
    } | crm-import -q --block-size $size
    echo " status $?"
done
