# Proves the default ceiling of a field, 1 MiB = 1,048,576 bytes: one byte less and the very number
# pass, one more does not.
for size in 1048575 1048576 1048577; do
    { printf 'customer_id,date,amount,note\n1,2024-01-05,5,'; head -c $size /dev/zero | tr '\0' x; } |
        crm-import -q >out
    echo "$size: status $?, $(wc -c <out) bytes"
done
