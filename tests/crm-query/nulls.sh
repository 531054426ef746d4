# An empty cell, and one of blanks, is NULL: not '', not 0; counted by count(*) only. Of 5 rows 3 have an
# amount: 12.25 + 7.75 + 0.51 = 20.51; the mean is of the three, 20.51 / 3 = 6.83667.
cat >orders.csv <<'END'
customer_id,date,amount,region
a,2024-01-05,12.25,north
b,2024-01-06,,
c,2024-01-07,7.75,"  "
d,2024-01-08,"",south
e,2024-01-09,0.51,south
END
crm-query -q "SELECT count(*) AS n, count(amount) AS amounts, count(region) AS regions,
    sum(amount) AS total, avg(amount) AS mean FROM orders" orders.csv
crm-query -q "SELECT customer_id FROM orders WHERE region IS NULL" orders.csv
echo "-- region = '' is never true, <> 'north' not of an empty one"
crm-query -q "SELECT customer_id FROM orders WHERE region = ''" orders.csv
crm-query -q "SELECT customer_id FROM orders WHERE region <> 'north'" orders.csv
echo '-- coalesce'
crm-query -q "SELECT coalesce(region, 'none') AS place, count(*) AS n FROM orders
    GROUP BY 1 ORDER BY 1" orders.csv
