# Proves the ceiling of nested JSON: depths 2, 3 and 4 (the record itself is the first) under --limit
# depth=3, and 64 and 65 under the default. Brackets inside strings do not count. The place is the
# bracket's: {"customer_id":"1","date":"2024-01-05","amount":5,"x": is 54 characters, so [[[ begins at
# 55 and the third stands at 57; with the default the 64th of 64 at 55 + 63 = 118.
start='{"customer_id":"1","date":"2024-01-05","amount":5,"x":'
for value in '[1]' '[[1]]' '"[[[[[["' '[[[1]]]'; do
    echo "$start$value}" | crm-import -q --limit depth=3
    echo " status $?"
done
nest() {
    printf '%s' "$start"
    head -c $1 /dev/zero | tr '\0' '['
    head -c $1 /dev/zero | tr '\0' ']'
    echo '}'
}
nest 63 | crm-import -q
nest 64 | crm-import -q
