# Ids are text: 007 is not 7, whether asked with quotes or without, and sorts bytewise.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
007,1,2024-01-05,12.25
7,2,2024-01-06,7.75
10,3,2024-01-07,5.25
007,4,2024-01-08,0.50
END
crm-query -q "SELECT order_id FROM orders WHERE customer_id = '007'" orders.csv
echo '-- = 7'
crm-query -q 'SELECT order_id FROM orders WHERE customer_id = 7' orders.csv
echo '-- by customer'
crm-query -q 'SELECT customer_id, sum(amount) AS total FROM orders GROUP BY 1 ORDER BY 1' orders.csv
