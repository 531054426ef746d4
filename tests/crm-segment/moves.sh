# Who moved since 2024-05-31. The total is 1000: u 0, s 0.5, k 0.7, q 0.8: VIP from 500, important from 100.
#   u up, d down, s same
#   n new: bought first in June; m too, on the 1st; q was left out last time, but has not bought since
#   k back: bought before May ended and after, and was not there; b too, on the very days
#   o new: was a prospect, which is no tier
#   g gone: was there; h was a prospect, and is nobody's loss
# The moves file has those that moved, and then those that are gone.
cat >previous.csv <<'END'
customer_id,name,monetary,as_of,tier,tier_rank
g,Gus,70.00,2024-05-31,important,2
u,Una,20.00,2024-05-31,ordinary,3
d,Dan,900.00,2024-05-31,VIP,1
s,Sue,150.00,2024-05-31,important,2
h,Hal,,2024-05-31,,
o,Oda,,2024-05-31,,
END
cat >scores.csv <<'END'
customer_id,name,recency_days,frequency,monetary,r,f,m,as_of,first_date,last_date,prev_date,prev2_date,days,gap_max
b,Bea,29,2,20.00,1,1,1,2024-06-30,2024-05-31,2024-06-01,2024-05-31,,2,1
d,Dan,180,1,10.00,1,1,1,2024-06-30,2024-01-02,2024-01-02,,,1,0
k,Kim,10,2,100.00,1,1,1,2024-06-30,2024-01-05,2024-06-20,2024-01-05,,2,167
m,Max,29,1,30.00,1,1,1,2024-06-30,2024-06-01,2024-06-01,,,1,0
n,Nat,20,1,50.00,1,1,1,2024-06-30,2024-06-10,2024-06-10,,,1,0
o,Oda,20,1,30.00,1,1,1,2024-06-30,2024-06-10,2024-06-10,,,1,0
q,Quy,30,2,60.00,1,1,1,2024-06-30,2024-01-05,2024-05-31,2024-01-05,,2,147
s,Sue,20,2,200.00,1,1,1,2024-06-30,2024-01-05,2024-06-10,2024-01-05,,2,157
u,Una,20,2,500.00,1,1,1,2024-06-30,2024-01-05,2024-06-10,2024-01-05,,2,157
END
crm-segment scores.csv --g1 30 --g2 200 --previous previous.csv --moves moves.csv | cut -d , -f 1,17,18,20-
cat moves.csv
