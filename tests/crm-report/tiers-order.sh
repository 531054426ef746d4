# Tiers stand in the order of their rank, whatever their names and the order of the rows; without ranks by
# name; customers without one last.
cat >rows.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,tier,tier_rank
a,1,2,10,1,1,1,bronze,3
b,1,2,10,1,1,1,,
c,1,2,20,1,1,1,silver,2
d,1,2,40,1,1,1,gold,1
e,1,2,80,1,1,1,bronze,3
END
crm-report -q -t jsonl rows.csv | sed -n 's/.*"tiers","tier":\([^,]*\),.*"revenue":\([0-9.]*\),.*/\1 \2/p'
cut -d , -f 1-8 rows.csv | crm-report -q -t jsonl | sed -n 's/.*"tiers","tier":\([^,]*\),.*/\1/p'
