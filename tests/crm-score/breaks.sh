# Fixed cuts: a value at a cut belongs below it, so 30 days are still r = 5 and 31 are 4. f has two
# cuts and three scores; m, which is not given, is cut by the data: 1, 2, 4, 8, 16, 32, at 2, 4, 8, 16.
cat >orders.csv <<'END'
customer_id,date,amount
a,2024-12-31,1
b,2024-12-01,2
c,2024-11-30,4
d,2024-01-01,8
e,2023-12-31,16
f,2024-12-30,16
f,2024-12-29,15
f,2024-06-01,1
END
crm-score --as-of 2024-12-31 --breaks r=30,90,180,365 --breaks f=1,2 orders.csv
