# A negative amount adds to refunds and refund_amount, never to orders, days, dates or gaps: net is
# 30 - 12.5. The refund's own order id and its later day leave no trace.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-01,30
a,R7,2024-02-01,-10
a,R7,2024-02-01,(2.50)
END
crm-rollup orders.csv
