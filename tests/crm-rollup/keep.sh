# --keep gives the value of the customer's latest row that has one, whatever the order of the rows:
# by date, by time of day, of two rows of one moment the later in the input. b has none.
cat >orders.csv <<'END'
customer_id,date,amount,region,rep
a,2024-01-05 10:00,1,north,Wu
a,2024-01-05 09:00,1,south,Li
a,2024-01-07,1,,Zhao
a,2024-01-02,1,east,
b,2024-01-03,1,,Qian
c,2024-01-04,1,west,Sun
c,2024-01-04,1,"west, inland",Zhou
END
crm-rollup -q --keep region,rep orders.csv
