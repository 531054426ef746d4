# '' > 30 is true in SQLite, a text being larger than any number: here an empty amount is NULL and not
# above 30, and not below either.
cat >orders.csv <<'END'
customer_id,date,amount,points
a,2024-01-05,31.25,40
b,2024-01-06,,
c,2024-01-07,29.75,20
END
crm-query -q 'SELECT customer_id FROM orders WHERE amount > 30' orders.csv
crm-query -q 'SELECT customer_id FROM orders WHERE NOT amount > 30' orders.csv
crm-query -q 'SELECT customer_id FROM orders WHERE points > 30' orders.csv
crm-query -q 'SELECT customer_id FROM orders WHERE NOT points > 30' orders.csv
