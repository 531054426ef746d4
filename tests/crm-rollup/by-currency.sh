# A row for each customer and currency, with the decimals of the currency: JPY 0, KWD 3, others 2. An
# order with rows in two currencies is an order in each.
cat >orders.csv <<'END'
customer_id,order_id,date,amount,currency
a,1,2024-01-01,10,USD
a,2,2024-01-03,1200,JPY
a,3,2024-01-05,1.5,KWD
a,1,2024-01-01,20,EUR
b,4,2024-01-02,0.125,EUR
b,5,2024-01-04,-500,JPY
END
crm-rollup --by-currency orders.csv
