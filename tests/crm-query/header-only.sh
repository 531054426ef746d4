# A table without rows: no rows, 0 of them, and no sum.
echo 'customer_id,date,amount' >t.csv
crm-query 'SELECT * FROM t' t.csv
crm-query -q 'SELECT count(*) AS n, sum(amount) AS s, total(amount) AS t, max(date) AS d FROM t' t.csv
crm-query -q -t jsonl 'SELECT * FROM t' t.csv
crm-query -q 'SELECT a.date FROM t a JOIN t b ON a.date = b.date' t.csv
