# Two files joined on the customer. Ann: 12.25 + 7.75 = 20.00 plus 0.25; Bo 5.25; Cy has no order;
# order 5 belongs to nobody in the list.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
1,1,2024-01-05,12.25
1,2,2024-01-06,7.75
2,3,2024-01-06,5.25
1,4,2024-02-01,0.25
9,5,2024-02-01,3.25
END
cat >people.csv <<'END'
Customer ID,Full Name
1,Ann
2,Bo
3,Cy
END
crm-query "SELECT p.name, count(o.order_id) AS orders, sum(o.amount) AS money
    FROM people p LEFT JOIN orders o ON o.customer_id = p.customer_id
    GROUP BY p.customer_id ORDER BY p.name" people.csv orders.csv
echo '-- without a match'
crm-query -q 'SELECT order_id, amount FROM orders
    WHERE customer_id NOT IN (SELECT customer_id FROM people)' people.csv orders.csv
