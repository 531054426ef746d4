# Monetary is net of refunds, also below zero; --refunds ignore takes what came in.
cat >orders.csv <<'END'
customer_id,order_id,date,amount,refunded
a,1,2024-01-01,30,10
b,2,2024-01-02,20,
b,2,2024-01-05,-25,
c,3,2024-01-03,5,
END
crm-score -q --refunds net orders.csv
crm-score -q --refunds ignore orders.csv
crm-score --refunds gross
