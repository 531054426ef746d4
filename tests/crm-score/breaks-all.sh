# All three given, also negative and with decimals.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-01,10
a,1,2024-01-01,-12.5
b,2,2024-01-02,0.25
c,3,2024-01-03,0.26
END
crm-score -q --breaks r=0,1 --breaks f=1 --breaks m=-2.5,0.25 orders.csv
