# Totals of orders are added up when all rows are read, each worker those of its own customers: the first
# customer whose sum does not fit is named, whoever finds it. The largest amount is 922,337,203,685,477.5807:
# two of 900,000,000,000,000 do not fit, for c1 and c2. Of a0 no sum is that large: 900,000,000,000,000 is
# paid, and goes back.
{
    echo customer_id,order_id,date,order_total
    for customer in c2 c1; do
        for order in 1 2; do echo $customer,$order,2024-03-05,900000000000000; done
    done
    echo a0,1,2024-03-05,900000000000000
    echo a0,2,2024-03-05,-900000000000000
} >orders.csv
for jobs in 1 2 3 8 8 8; do
    crm-rollup -j $jobs orders.csv >rows
    echo "status $?"
done
