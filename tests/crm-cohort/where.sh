# A condition is applied to rows: without the orders below 25, b's February and d's March are not there.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-10,100
a,2,2024-01-20,50
a,3,2024-03-05,30
b,4,2024-01-31,50
b,5,2024-02-01,20
c,6,2024-02-15,80
d,7,2024-03-31,10
END
crm-cohort --where 'amount >= 25' --matrix active orders.csv
