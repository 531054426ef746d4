# A negative amount of a cancelled or open row is no refund.
cat >orders.csv <<'END'
customer_id,order_id,date,status,amount
a,1,2024-01-01,completed,10
a,2,2024-01-02,cancelled,-3
a,3,2024-01-03,pending,-4
END
crm-rollup orders.csv
