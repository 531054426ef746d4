# JSON Lines: amounts, whole numbers and computed numbers as numbers, ids, dates and unknown columns as
# strings, NULL as null.
cat >orders.csv <<'END'
customer_id,order_id,date,amount,region
007,1,2024-01-05,12.13,17
008,2,2024-01-06,,
END
crm-query -q -t jsonl 'SELECT *, amount * 2 AS twice FROM orders' orders.csv
crm-query -q -t jsonl 'SELECT count(*) AS n, max(amount) AS most, min(date) AS first FROM orders' orders.csv
