# Screening: the first rule that holds says pass, hold or reject, and is named; none: pass. A condition that
# is NULL, as where the cell is empty, does not hold. Two rules may have one name and mean the same.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of,Region,credit
a,10,9,500,5,5,5,2024-06-30,north,100
b,200,1,-5,1,1,1,2024-06-30,north,100
c,200,1,20,1,1,1,2024-06-30,north,n/a
d,10,1,20,5,1,1,2024-06-30,south,
e,10,9,20,5,5,1,2024-06-30,south,20.5
f,,0,0,,,,2024-06-30,,9
END
cat >policy.json <<'END'
{"screening": [{"name": "wholesale", "when": "frequency >= 9 AND region = 'north'", "result": "pass"},
               {"name": "net refunds", "when": "monetary < 0", "result": "reject"},
               {"name": "信用低", "when": "credit < 50", "result": "hold"},
               {"name": "net refunds", "when": "frequency = 0", "result": "reject"},
               {"name": "silent", "when": "recency_days > 100", "result": "hold"}]}
END
crm-segment -q --policy policy.json scores.csv | cut -d , -f 1,15-
crm-segment -q --lang zh --policy policy.json scores.csv | cut -d , -f 1,15- | tail -n +3
# A rule without a condition takes all.
echo '{"screening": [{"name": "closed", "result": "reject"}]}' >closed.json
crm-segment -q --policy closed.json scores.csv | cut -d , -f 15- | sort | uniq -c | sed 's/^ *//'
# Without screening there are no such columns.
echo '{"tiers": [{"name": "all"}]}' >none.json
crm-segment -q --policy none.json scores.csv | head -n 1 | cut -d , -f 11-
