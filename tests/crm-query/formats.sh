# The output in each common format; with -o the name's ending decides.
cat >t.csv <<'END'
name,n
Ann,3
"Bo, ""B""",12
李雷,
END
for to in auto csv tsv jsonl table md; do
    echo "-- $to"
    crm-query -q -t $to 'SELECT name, n + 1 AS m FROM t ORDER BY rowid' t.csv
done
crm-query -q -o out.jsonl 'SELECT name FROM t' t.csv
crm-query -q -o out.tsv.gz 'SELECT name, n FROM t' t.csv
echo '-- out.jsonl, out.tsv.gz'
cat out.jsonl
gzip -dc out.tsv.gz
