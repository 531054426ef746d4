# With --by the latest row of each period; merging periods keeps that of the later one that has one.
cat >orders.csv <<'END'
customer_id,date,amount,region
a,2024-01-05,1,north
a,2024-02-05,1,south
a,2024-03-05,1,
END
crm-rollup -q --by month --keep region orders.csv | tee month.csv
crm-rollup -q --keep region month.csv
