# Without order ids an order is a purchase day: three rows on two days are two orders.
cat >orders.csv <<'END'
customer_id,date,amount
a,2024-01-01 09:00,10
a,2024-01-02 10:00,20
a,2024-01-01 23:59,30
END
crm-rollup -q orders.csv
