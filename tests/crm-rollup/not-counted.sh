# Open, cancelled and unpaid rows by reason; a row is counted in one reason only, the time range first.
cat >orders.csv <<'END'
customer_id,order_id,date,status,paid_at,amount
a,1,2024-01-01,paid,2024-01-01,1
a,2,2024-01-02,pending,2024-01-02,2
a,3,2024-01-03,paid,,4
a,4,2024-01-04,cancelled,2024-01-04,8
,5,2024-01-05,已取消,2024-01-05,16
a,6,2024-01-06,refund,,32
a,7,2024-03-01,pending,,64
END
crm-rollup --until 2024-02-01 orders.csv
