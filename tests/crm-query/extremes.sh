# The largest and smallest text of a column, and what stands beside it, over many blocks of input.
# i * 7 % 2003 = 1 for i = 1717 (12019 = 6 x 2003 + 1), 2002 for i = 286, 1982 for the last, 2000.
awk 'BEGIN { print "customer_id,name,created_at"
    for (i = 1; i <= 2000; i++) printf "%04d,name %04d,2024-01-%02d\n", i, i * 7 % 2003, i % 28 + 1 }' >t.csv
for size in 64 1000 1000000; do
    crm-query -q --block-size $size 'SELECT max(name) AS last, customer_id FROM t' t.csv
    crm-query -q --block-size $size 'SELECT min(name) AS first, customer_id FROM t' t.csv
done
crm-query -q 'SELECT max(name) AS last, min(name) AS first, max(created_at) AS day FROM t' t.csv
crm-query -q --block-size 64 'SELECT last_value(name) OVER (ORDER BY customer_id ROWS BETWEEN
    UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS v FROM t LIMIT 1' t.csv
