# A tier that nobody is in today still has its place: VIP is above important; silver, of older rules, stands
# where crm-segment found it. The moves are those of the rows.
cat >rows.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,tier,tier_rank,previous_tier,move
a,1,2,10,1,1,1,important,2,VIP,down
b,1,2,20,1,1,1,ordinary,3,VIP,down
c,1,2,40,1,1,1,important,2,silver,up
d,1,2,80,1,1,1,ordinary,3,silver,down
END
crm-report -q -t jsonl rows.csv | grep '"movement"' | LC_ALL=C sort
crm-report -q rows.csv | grep '^- Since'
