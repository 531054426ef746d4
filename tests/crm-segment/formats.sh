# An aligned table, Markdown, tab-separated, compressed; the moves by the ending of their name.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of
客户,1,1,600.00,5,5,5,2024-06-30
b,1,1,5,1,1,1,2024-06-30
END
printf '%s\n' customer_id,tier,tier_rank 客户,ordinary,3 >previous.csv
crm-segment -q -t table scores.csv --previous previous.csv --moves moves.jsonl.gz
gzip -dc moves.jsonl.gz
crm-segment -q -t md scores.csv --previous previous.csv --moves moves.tsv
cat moves.tsv
crm-segment -q scores.csv -o out.csv.gz
gzip -dc out.csv.gz | crm-segment -q - | cut -d , -f 1,9-
gzip -c scores.csv | crm-segment -q -t tsv | cut -f 1,10 | tr '\t' '|'
