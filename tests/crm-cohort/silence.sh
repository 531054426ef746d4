# Without --silence it is the 95th percentile of the mean gaps: a (50 - 0) / 2 = 25, b 10, c 80. Type 7:
# rank 2 x .95 = 1.9, 25 + .9 x 55 = 74.5. Nobody who bought twice: it has to be said, but not for the
# second order.
cat >orders.csv <<'END'
customer_id,date,amount
a,2024-01-01,1
a,2024-01-21,1
a,2024-02-20,1
b,2024-03-01,1
b,2024-03-11,1
c,2024-01-11,1
c,2024-03-31,1
END
crm-cohort --survival orders.csv
head -n 2 orders.csv >once.csv
crm-cohort --survival once.csv
echo $?
crm-cohort -q --survival --silence 30 once.csv
crm-cohort -q --survival --second once.csv
