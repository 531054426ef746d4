# Proves that gzip that expands more than 200 times (after 1 MiB) is not read further, and that
# --limit ratio raises the ceiling: equal rows shrink to less than a 300th. How far inflate had come
# when it was stopped is zlib's affair.
{ echo customer_id,date,amount; yes 1,2024-01-05,5 | head -n 200000; } | gzip -nc >bomb.gz
crm-import -q bomb.gz 2>err >out
echo "status $?"
sed 's/([0-9]* bytes out of [0-9]*)/(N bytes out of N)/' err
tail -n 1 out
echo
crm-import -q --limit ratio=2K bomb.gz | wc -l
