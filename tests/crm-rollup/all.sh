# One row a customer, sorted bytewise. b: days 2024-01-01, 01-11, 02-10, 05-20, gaps 10 + 30 + 100,
# squares 100 + 900 + 10000 = 11000; amount 10 + 5 + 20 + 30 + 40 = 105, of the first day 10 + 5.
# a has one day: no second and no previous one, no gap.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
b,1,2024-01-01,10
b,4,2024-05-20,40.00
a,5,2024-03-01,7.5
b,2,2024-01-11,20
b,1,2024-01-01,5
b,3,2024-02-10,30
END
crm-rollup orders.csv
