# Monetary has the decimals of its currency, another sum as many as it needs.
cat >orders.csv <<'END'
customer_id,date,amount,currency,quantity
a,2024-01-01,1200,JPY,2
b,2024-01-02,800,JPY,2.5
END
crm-score -q orders.csv | cut -d , -f 1,2,5
crm-score -q --monetary quantity orders.csv | cut -d , -f 1,2,5
