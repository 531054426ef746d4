# Proves that CSV -> JSON Lines -> CSV is the identity on clean rows, with quotes, line breaks, empty
# cells, long ids, and that import of import's output is the identity in each format.
cat >orders.csv <<'END'
Customer,Order No,Order Date,Status,Paid,Amount,Currency,Note
007,9223372036854775807,2024/1/5,paid,2024/1/5 10:30,"1,234.5",usd,"a, ""b""
c"
8,A-2,2024-01-06T07:08:09+08:00,refunded,2024-01-06,20,USD,
,A-3,2024-01-07,pending,,3,USD,x
9,A-4,2024-01-07,pending,,3,USD,x
9,A-5,2024-01-08,refund,2024-01-08,-4.125,USD,' '
10,A-6,2024-01-08,cancelled,,100,JPY,null
END
crm-import -q orders.csv >1.csv
crm-import -q -t jsonl 1.csv >2.jsonl
crm-import -q 2.jsonl >3.csv
crm-import -q -t tsv 3.csv >4.tsv
crm-import -q -f tsv 4.tsv >5.csv
crm-import -q 5.csv >6.csv
cat 1.csv
cmp 1.csv 3.csv
cmp 1.csv 5.csv
cmp 1.csv 6.csv
crm-import -q -t jsonl 2.jsonl | cmp - 2.jsonl
