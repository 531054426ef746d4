# A customer keeps its tier until its figure is 10 % below that tier's entry. The total is 1240: a 0, b
# 500 / 1240 = 0.40, x 0.56, y 0.71, z 0.85. So VIP begins at b's 200, important at y's 180, and 10 %
# below them are 180 and 162. x has more than 180 and stays VIP; y has just 180 and goes down; z falls
# below VIP, and stays important, where its 179.99 is more than 162. a goes up: nothing holds it down. A
# customer that stays VIP by the rule is not held.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of
a,1,1,500,5,5,5,2024-06-30
b,1,1,200,5,5,5,2024-06-30
x,1,1,180.01,5,5,5,2024-06-30
y,1,1,180.00,5,5,5,2024-06-30
z,1,1,179.99,5,5,5,2024-06-30
END
cat >previous.csv <<'END'
customer_id,tier,as_of
a,ordinary,2024-05-31
b,VIP,2024-05-31
x,VIP,2024-05-31
y,VIP,2024-05-31
z,VIP,2024-05-31
END
crm-segment scores.csv --previous previous.csv | cut -d , -f 1,4,10-
