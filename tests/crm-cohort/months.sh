# January: a and b, 3 orders, 100 + 50 + 50 = 200; one month later b, 20 of 200 is 0.1; two months
# later a, who was away in between, 30 of 200 is 0.15. February: c, who does not come back. March: d.
# All three months have ended on the 31st of March, the latest day.
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
crm-cohort orders.csv
