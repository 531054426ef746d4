# Every format of the output: TSV, an aligned table, Markdown; and by the name of the output file.
printf '%s\n' customer_id,date,amount 客户,2024-01-05,1234.5 b,2024-01-06,2 >orders.csv
for format in tsv table md; do
    crm-rollup -q -t $format orders.csv
done
crm-rollup -q orders.csv -o out.tsv
crm-rollup -q -t tsv orders.csv | cmp - out.tsv && echo same
crm-rollup -t xml orders.csv
