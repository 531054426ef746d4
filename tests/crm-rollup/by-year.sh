# A row for each customer and year: the gap over new year (2023-12-31 to 2024-01-02, 2 days) is in no
# year; within 2024 it is 2024-01-02 to 2024-12-31, 364 days, squared 132496.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2023-12-31,1
a,2,2024-01-02,2
a,3,2024-12-31,4
b,4,2024-02-29,8
END
crm-rollup -q --by year --as-of 2024-12-31 orders.csv
