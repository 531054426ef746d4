# Both ends belong to the range; rows outside are counted with their net money: 1 + 16 - 4 = 13.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-09,1
a,2,2024-01-10,2
a,3,2024-01-12,4
a,4,2024-01-13,16
a,2,2024-01-14,-4
END
crm-rollup --since 2024-01-10 --until 2024-01-12 orders.csv
