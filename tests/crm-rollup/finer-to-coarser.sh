# A finer rollup collapses into each coarser one, the same as from the transactions.
cat >orders.csv <<'END'
customer_id,order_id,date,amount,quantity
b,1,2022-12-31,10,1
a,2,2023-01-01,20,2
b,3,2023-01-15,5,3
b,3,2023-01-15,5.25,4
b,4,2023-03-31,1,5
a,5,2023-04-01,2,6
b,4,2023-04-02,-1,5
b,6,2024-02-29,7,
END
for fine in day month quarter year; do
    crm-rollup -q --as-of 2024-02-29 --by $fine --sum quantity orders.csv -o $fine.csv
done
for pair in day:month day:quarter day:year day:all month:quarter month:year month:all quarter:year \
    quarter:all year:all; do
    fine=${pair%:*} coarse=${pair#*:}
    crm-rollup -q --as-of 2024-02-29 --by $coarse --sum quantity orders.csv -o want.csv
    crm-rollup -q --as-of 2024-02-29 --by $coarse $fine.csv | cmp - want.csv && echo "$fine to $coarse: same"
done
crm-rollup -q --as-of 2024-02-29 --by year quarter.csv
