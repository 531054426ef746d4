# The same from rollups that are as fine as the period or finer, and from rows in another order; a
# coarser one is an error, and so is one without periods.
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
crm-cohort -q orders.csv >want.csv
crm-cohort -q --by quarter orders.csv >quarters.csv
for by in day month; do
    crm-rollup -q --by $by --as-of 2024-03-31 orders.csv | crm-cohort -q >got.csv
    cmp want.csv got.csv && echo same by $by
    crm-rollup -q --by $by --as-of 2024-03-31 orders.csv | crm-cohort -q --by quarter >got.csv
    cmp quarters.csv got.csv && echo same by $by, for quarters
done
{ head -n 1 orders.csv; sed 1d orders.csv | sort -t, -k 4; } >shuffled.csv
cmp -s orders.csv shuffled.csv || crm-cohort -q shuffled.csv | cmp want.csv - && echo same shuffled
crm-rollup -q --by quarter orders.csv >coarse.csv
crm-cohort coarse.csv
echo $?
crm-rollup -q orders.csv >all.csv
crm-cohort --by year all.csv
echo $?
