# Rows of a refund status: "refund" takes the amount out, with or without a minus; "refunded" means
# that the whole order came in and went out again: amount 50 and refund 50, but no order.
cat >orders.csv <<'END'
customer_id,order_id,date,status,amount
a,1,2024-01-01,completed,30
a,2,2024-01-02,Refund,10
a,3,2024-01-03,退款,-5
a,4,2024-01-04,refunded,50
END
crm-rollup -q orders.csv
