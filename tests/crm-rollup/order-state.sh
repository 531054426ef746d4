# The column order_state of crm-import is taken as settled: no status and no paid_at is asked; a
# negative counted row stays a refund.
cat >orders.csv <<'END'
customer_id,order_id,date,status,paid_at,amount,order_state
a,1,2024-01-01,cancelled,,10,counted
a,2,2024-01-02,odd word,,20,counted
a,3,2024-01-03,paid,2024-01-03,30,not_counted
a,4,2024-01-04,paid,2024-01-04,40,open
a,5,2024-01-05,paid,2024-01-05,5,refund
END
crm-rollup orders.csv
sed 's/,counted/,Counted/' orders.csv | crm-rollup
