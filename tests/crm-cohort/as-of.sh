# On the 15th of February c has just come, and what is later is not known; January had ended, February
# had not. On the 28th it had not either, 2024 being a leap year; on the 29th it had. In May all
# cohorts have ages up to May, which is not complete.
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
crm-cohort --as-of 2024-02-15 orders.csv
crm-cohort -q --as-of 2024-02-28 orders.csv | cut -d, -f 1-3,10
crm-cohort -q --as-of 2024-02-29 orders.csv | cut -d, -f 1-3,10
crm-cohort -q --as-of 2024-05-15 orders.csv | cut -d, -f 1-5,10
