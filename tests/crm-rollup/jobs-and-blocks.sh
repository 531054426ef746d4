# Neither the number of workers nor the size of the pieces that are read leaves a trace.
cat >orders.csv <<'END'
customer_id,order_id,date,amount,region
a,1,2024-01-05,10,north
b,2,2024-01-05,20,
a,1,2024-01-05,5,"south
east"
c,,2024-01-07,1,west
a,3,2024-01-02,-3,
b,2,2024-01-06,7,east
c,,2024-01-07,1,
END
crm-rollup -q --keep region orders.csv | tee want
for jobs in 1 2 3 8; do
    for size in 1 64 65 127 4096; do
        crm-rollup -q --keep region --jobs $jobs --block-size $size orders.csv | cmp - want
    done
done
