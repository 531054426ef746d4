# --currency takes one currency and counts the rows of others, with their net money: 5 - 2 = 3.
# "eur" is EUR.
cat >orders.csv <<'END'
customer_id,order_id,date,amount,currency
a,1,2024-01-01,10,EUR
a,2,2024-01-03,5,USD
a,2,2024-01-03,-2,USD
b,3,2024-01-02,7,eur
END
crm-rollup --currency EUR orders.csv
