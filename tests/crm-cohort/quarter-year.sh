# Quarters: of January to March come a, b, c and d, 340; e is of the second. a comes back in the second
# and in the fourth, two quarters later: ages 1 and 3. Years: all five are of 2024, 340 + 7 + 5 + 6 + 1;
# b comes back in 2026, age 2, in which 9 of 359 is .025070, and nobody in 2025.
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
cat >>orders.csv <<'END'
a,8,2024-06-30,7
e,9,2024-04-01,5
a,10,2024-10-01,6
b,11,2026-12-30,9
e,12,2024-12-31,1
END
crm-cohort -q --by quarter --as-of 2024-12-30 orders.csv
crm-cohort -q --by quarter --as-of 2024-12-30 --matrix active orders.csv
crm-cohort -q --by year --as-of 2026-12-30 orders.csv
