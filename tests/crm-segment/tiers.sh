# Tiers without a policy. The positive total is 400 + 250 + 100 + 100 + 80 + 50 + 20 = 1000; larger values
# than a's hold 0 of it, than b's 0.4, than c's and d's (who are equal) 0.65, than e's 0.85, f's 0.93, g's
# 0.98, h's and i's all of it. So VIP (below 0.5) begins at b's 250, important (below 0.8) at 100. What is
# 0 or less, or no number, is ordinary; to_next_tier is 250 or 100 less one's own.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of
e,50,1,80.00,3,1,2,2024-06-30
b,20,4,250.00,4,4,5,2024-06-30
i,90,1,-30.00,1,1,1,2024-06-30
c,30,2,100.00,4,2,4,2024-06-30
a,10,8,400.00,5,5,5,2024-06-30
g,70,1,20.00,2,1,1,2024-06-30
j,,0,,,,,2024-06-30
d,40,2,100.00,3,2,4,2024-06-30
f,60,1,50.00,2,1,2,2024-06-30
h,80,1,0.00,1,1,1,2024-06-30
END
crm-segment scores.csv | cut -d , -f 1,4,10-
