# Proves that the output's name tells its format, and that --to goes before the name.
printf 'customer_id,date,amount\n1,2024-01-05,5\n' >orders.csv
for name in out.csv out.tsv out.jsonl out.ndjson out.md out.txt; do
    crm-import -q -o $name orders.csv
    echo "$name:"
    cat $name
done
crm-import -q -t tsv -o out.jsonl orders.csv
echo "out.jsonl, -t tsv:"
cat out.jsonl
