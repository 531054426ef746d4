# The samples are what the generator in the tree writes; of the compressed file the text counts, since
# versions of zlib compress differently.
set -u
cd "$(dirname "$0")/../.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0
"$B/generate" "$work" || failed=1
for file in shop/customers.csv shop/orders.csv shop/survey.csv trading/customers.csv \
    trading/orders-utf8.csv trading/survey.csv shop/tickets.csv trading/tickets.csv; do
    if cmp "samples/$file" "$work/$file"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
    fi
done
gzip -dc samples/trading/orders.csv.gz >"$work/in-tree"
if gzip -dc "$work/trading/orders.csv.gz" | cmp - "$work/in-tree"; then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
fi
printf '%d passed, %d failed\n' $passed $failed
[ $failed = 0 ]
