# Periods of a customer stand in order of time, customers bytewise: "B" before "a". In 2024-02 two
# orders on one day: days 1, orders 2, first_amount 3 + 4.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,4,2024-02-29,4
a,3,2024-02-29,3
a,9,2023-11-05,9
B,1,2024-01-31,1
a,2,2024-01-31,2
END
crm-rollup -q --by month orders.csv
