# The size of blocks and the number of workers never change a byte.
awk 'BEGIN { print "customer_id,order_id,date,amount,note"
    for (i = 1; i <= 500; i++) printf "%03d,%d,2024-01-%02d,%d.%02d,\"a, %d\"\n", i % 37, i, i % 28 + 1, i, i % 100, i }' >t.csv
sql='SELECT a.customer_id, count(*) AS n, sum(b.amount) AS s, group_concat(b.note) AS notes
    FROM t a JOIN t b ON a.order_id = b.order_id GROUP BY 1 ORDER BY 1'
stream='SELECT customer_id, note, sum(amount) OVER (ORDER BY date, order_id) AS s FROM t'
crm-query "$sql" t.csv >join 2>&1
crm-query "$stream" t.csv >stream 2>&1
for how in '--block-size 64' '--block-size 101' '-j 4' '-j 1 --block-size 4096'; do
    crm-query $how "$sql" t.csv 2>&1 | cmp - join
    crm-query $how "$stream" t.csv 2>&1 | cmp - stream
done
wc -l <join
wc -l <stream
# Sum of i + i % 100 / 100 for i = 1..500: 125250 + 5 x 49.5 = 125497.5.
crm-query -q 'SELECT sum(amount) AS s, count(*) AS n FROM t' t.csv
