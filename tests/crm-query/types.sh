# typeof: ids, dates and names are text, amounts and quantities real, whole numbers integer; a cell of
# an unknown column is a number where it is written as one; an empty cell is NULL.
cat >orders.csv <<'END'
customer_id,order_id,date,amount,quantity,name,region
007,12,2024-01-05,12,3,15,17
008,13,2024-01-06,12.25,,x,1.25
009,14,2024-01-07,12.25,1,x,1e5
010,15,2024-01-08,12.25,1,x,+3
011,16,2024-01-09,12.25,1,x,n/a
012,17,2024-01-10,12.25,1,x,
END
crm-query -q 'SELECT typeof(customer_id) AS id, typeof(date) AS date, typeof(amount) AS amount,
    typeof(quantity) AS quantity, typeof(name) AS name, region, typeof(region) AS type
    FROM orders' orders.csv
echo '-- a rollup'
crm-rollup -q orders.csv |
    crm-query -q 'SELECT typeof(orders) AS orders, typeof(amount) AS amount FROM stdin LIMIT 1'
