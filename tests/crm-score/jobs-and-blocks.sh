# Neither the number of workers nor the size of the pieces that are read leaves a trace.
awk 'BEGIN {
    print "customer_id,order_id,date,amount"
    for (i = 0; i < 300; i++)
        printf "c%d,%d,2024-%02d-%02d,%d\n", i * i % 41, i % 97, i % 12 + 1, i % 28 + 1, i * 7 % 113
}' >orders.csv
for method in auto quantile rank ntile rfm; do
    crm-score -q --method $method orders.csv >want
    for jobs in 1 2 3 8; do
        for size in 64 65 127 4096; do
            crm-score -q --method $method --jobs $jobs --block-size $size orders.csv | cmp - want
        done
    done
    tail -n +2 want | wc -l
done
