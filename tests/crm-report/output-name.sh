# The name of the output tells its form, unless --to does; .gz compresses.
file=${0%/*}/twelve.csv
for name in a.html a.htm a.md a.jsonl a.ndjson a.txt a.html.gz a.md.gz a.jsonl.gz a.gz a; do
    crm-report -q --no-charts "$file" -o "$name"
    case $name in *.gz) gzip -dc "$name" ;; *) cat "$name" ;; esac | head -n 1 | sed "s/^/$name: /"
done
for form in 'md b.html' 'table b.jsonl' 'jsonl b.md' 'html b.txt' 'auto b.html'; do
    crm-report -q --no-charts -t ${form% *} "$file" -o ${form#* }
    head -n 1 ${form#* } | sed "s/^/$form: /"
done
crm-report -q "$file" | head -n 1
