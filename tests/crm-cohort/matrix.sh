# One figure each, from the data of months: ages that are still to come are empty, and those without a
# purchase are 0. none is the long form.
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
for figure in retention active orders revenue revenue_retention; do
    crm-cohort -q --matrix $figure orders.csv
done
crm-cohort -q orders.csv >long.csv
crm-cohort -q --matrix none orders.csv | cmp - long.csv
