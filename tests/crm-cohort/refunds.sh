# Net of refunds: of a's 100 of January 40 is paid back in February: 20 - 40 = -20, -.2 of 100. b's 60
# is paid back in the month itself: 0 is left at age 0, and nothing can be divided by it. d is paid back
# 5 in February, before its first purchase, in March: that belongs to no cohort.
# Gross: 20 / 100 = .2, and 60 in February.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-10,100
a,2,2024-02-03,20
a,1,2024-02-20,-40
b,3,2024-02-10,60
b,3,2024-02-12,-60
d,0,2024-02-11,-5
d,4,2024-03-01,30
END
crm-cohort --refunds net orders.csv
crm-cohort -q --refunds ignore orders.csv
