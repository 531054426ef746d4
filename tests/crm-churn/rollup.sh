# The same from a rollup by day, and from rows in another order; a coarser rollup does not have the
# gaps, and is an error.
cat >orders.csv <<'END'
customer_id,date,amount
a,2024-07-14,10
a,2024-07-22,11
a,2024-07-30,12
a,2024-08-31,13
a,2024-10-02,14
b,2024-02-05,10
b,2024-03-08,11
b,2024-04-09,12
b,2024-08-15,13
b,2024-12-21,14
c,2024-09-02,10
c,2024-11-05,11
c,2024-11-21,12
d,2024-10-27,10
END
crm-churn -q --as-of 2024-12-31 orders.csv >want.csv
crm-rollup -q --by day orders.csv | crm-churn -q --as-of 2024-12-31 | cmp - want.csv && echo same by day
{ head -n 1 orders.csv; sed 1d orders.csv | sort -t, -k 3 -r; } >shuffled.csv
cmp -s orders.csv shuffled.csv || crm-churn -q --as-of 2024-12-31 shuffled.csv | cmp - want.csv &&
    echo same shuffled
wc -l <want.csv
for by in month all; do
    crm-rollup -q --by $by orders.csv -o coarse.csv
    crm-churn coarse.csv -o none.csv
    echo $?
done
