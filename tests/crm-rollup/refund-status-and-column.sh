# On a row of a refund status, `refunded` is what went back and the amount is what had come in:
# 40 in and 15 out; a negative amount beside it is only the same thing said twice: 8 out.
cat >orders.csv <<'END'
customer_id,order_id,date,status,amount,refunded
a,1,2024-01-01,refunded,40,15
b,2,2024-01-01,refund,-8,8
END
crm-rollup -q orders.csv
