# 8 tickets: 4 late, 3 broken, 1 without a category. Of customer a late on the 1st, the 20th and the 60th day:
# the second follows within 30 days, the third 40 days later; broken of a is another cause. b and c once each
# but for broken of b twice on one day. The last one is of nobody.
#   late    share 4/8, repeats 1 of 4; resolved after 1, 2 and 3 h: p50 2; KM with one open for 24 h:
#           S(1) = 3/4, S(2) = 2/4: 2
#   broken  3/8, 7/8 in all; repeats 1 of 3
cat >tickets.csv <<'END'
ticket_id,customer_id,opened_at,resolved_at,category,product
1,a,2024-01-01 10:00,2024-01-01 11:00,late,Teapot
2,a,2024-01-20 10:00,2024-01-20 12:00,late,teapot
3,b,2024-01-05 10:00,2024-01-05 11:00,broken,Mug
4,b,2024-01-05 12:00,2024-01-05 13:00,broken,Mug
5,a,2024-02-29 10:00,2024-02-29 13:00,late,Mug
6,c,2024-02-29 10:00,,late,Teapot
7,a,2024-01-02 10:00,2024-01-02 11:00,broken,Teapot
8,,2024-03-01 10:00,2024-03-01 10:30,,Kettle
END
crm-ticket --causes tickets.csv
# A span of 40 days takes the third in, one of 18 none but those of the same day.
crm-ticket -q --causes --repeat 40d tickets.csv | sed -n 2p
crm-ticket -q --causes --repeat 18d tickets.csv | sed -n 2,3p
# Orders from the day of the first ticket until as of: 1, 2, 3 and 5 - not 4, which was cancelled, 6, before,
# and 7, behind. Of the Teapot 1 and 2, of the Mug 3, in two rows, and 5; nobody bought a Kettle. Per 1,000
# orders: 4 late of 4 are 1000. Garwood's limits of 4 are 1.08986 and 10.24159, of 3 .618672 and 8.767273, of 1
# .0253178 and 5.571643. Orders are found whatever the capitals; groups are to the letter.
cat >orders.csv <<'END'
order_id,customer_id,date,status,amount,item,sku
1,a,2024-01-01,paid,10,Teapot,T1
2,b,2024-01-02,paid,10,Teapot,T1
3,b,2024-01-03,paid,10,Mug,M1
3,b,2024-01-03,paid,10,Mug,M1
4,b,2024-01-03,cancelled,10,Mug,M1
5,c,2024-02-01,paid,10,mug,M1
6,c,2023-12-31,paid,10,Mug,M1
7,c,2024-03-02,paid,10,Mug,M1
END
crm-ticket --causes tickets.csv orders.csv | cut -d, -f 1,2,11-14
crm-ticket -q --causes=product tickets.csv orders.csv | cut -d, -f 1,2,4,11-14
# Of a rollup the orders in all: six, with those before and behind.
crm-rollup -q orders.csv -o rollup.csv
crm-ticket --causes=product tickets.csv rollup=rollup.csv | cut -d, -f 1,2,11,12
# Any order, any workers.
crm-ticket -q --causes tickets.csv >want
{ sed 1q tickets.csv; sed 1d tickets.csv | sort -r; } | crm-ticket -q -j 4 --block-size 50 --causes | cmp - want
