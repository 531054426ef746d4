# A tier that today's rules do not know is placed by the rank that it had, and holds nobody; without a
# rank nothing is said. VIP is the first of three tiers, ordinary the third: bronze was the fourth.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of
a,1,1,600,5,5,5,2024-06-30
b,1,1,10,5,5,5,2024-06-30
c,1,1,390,5,5,5,2024-06-30
d,1,1,10,5,5,5,2024-06-30
END
cat >previous.csv <<'END'
customer_id,tier,tier_rank
a,platinum,1
b,bronze,4
c,platinum,1
d,tin,
END
crm-segment scores.csv --previous previous.csv --moves moves.csv | cut -d , -f 1,10-
cat moves.csv
cut -d , -f 1,2 previous.csv >short.csv
crm-segment -q scores.csv --previous short.csv | cut -d , -f 1,13-
