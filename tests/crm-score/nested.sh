# Two bins, nested. R: days 0 to 3 are 2, 4 to 7 are 1. F within R: 1, 2, 3, 4 orders are cut at 2.5;
# of 1, 1, 1, 2 more than half have the smallest, so 1 is 1 and 2 is 2. M within R and F: a 10, b 20;
# c 30, d 5; e 7, f 8, g 9, cut at 8; h alone is 1. So a 211, b 212, c 222, d 221, e 111, f 111, g 112,
# h 121. Below 2 x 2 x 2 customers a warning is given.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-08,10
b,1,2024-01-07,10
b,2,2024-01-07,10
c,1,2024-01-06,10
c,2,2024-01-06,10
c,3,2024-01-06,10
d,1,2024-01-05,1.25
d,2,2024-01-05,1.25
d,3,2024-01-05,1.25
d,4,2024-01-05,1.25
e,1,2024-01-04,7
f,1,2024-01-03,8
g,1,2024-01-02,9
h,1,2024-01-01,1
h,2,2024-01-01,1
END
crm-score --nested --bins 2 orders.csv
grep -v '^h' orders.csv | crm-score --nested --bins 2 2>&1 >/dev/null | grep warning
