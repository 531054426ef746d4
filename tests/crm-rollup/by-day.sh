# A day's row has one day and no gaps; its refunds, here of a day without an order, make a row too.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-02-28,5
a,1,2024-02-28,2
a,2,2024-02-29,4
a,1,2024-03-01,-2
END
crm-rollup -q --by day orders.csv
