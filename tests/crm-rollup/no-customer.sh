# Rows without a customer are excluded, not rejected, and counted with their net money: 10 - 4 = 6.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-01,1
,2,2024-01-01,10
  ,3,2024-01-02,-4
END
crm-rollup orders.csv
