# Each currency by itself. EUR: 100, 60, 40 of 200 stand at 0, 0.5, 0.8: VIP from 100, important from 60.
# JPY: 150000, 90000, 60000 of 300000 likewise: VIP from 150000, important from 90000, without decimals.
# A customer moves in each of them: a was VIP in JPY, and 90000 is below 90 % of 150000; b was in USD,
# which is gone, and is new in EUR.
cat >scores.csv <<'END'
customer_id,currency,recency_days,frequency,monetary,r,f,m,as_of
a,EUR,10,5,100.00,5,5,5,2024-06-30
a,JPY,100,1,90000,2,1,3,2024-06-30
b,EUR,40,3,60.00,4,4,4,2024-06-30
c,EUR,40,3,40.00,4,4,4,2024-06-30
c,JPY,200,2,60000,1,2,1,2024-06-30
d,JPY,200,2,150000,1,2,1,2024-06-30
END
cat >previous.csv <<'END'
customer_id,currency,tier,monetary
a,EUR,VIP,90.00
a,JPY,VIP,90000
b,USD,ordinary,1.00
c,EUR,ordinary,40.00
d,JPY,important,100000
END
crm-segment -q scores.csv --previous previous.csv --moves moves.csv | cut -d , -f 1,2,5,11-
cat moves.csv
