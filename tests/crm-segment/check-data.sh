# --check with data tries each rule on each customer. Tiers: of a 900, b 500, c 90, d 5 the first rule takes
# a and b; the second holds of b alone, whom the first took; the third of nobody; c and d meet none. They
# overlap on purpose, which is not said. Segments look at more than scores: a and b meet two; who has no scores,
# as d, or was never scored, as z, is not meant. Screening: the rule holds of z alone, and that is enough.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of
a,10,9,900,5,5,5,2024-06-30
b,20,5,500,4,4,4,2024-06-30
c,30,1,90,2,1,1,2024-06-30
d,,0,5,,,,2024-06-30
END
printf '%s\n' customer_id,name,employees z,Zed,500 >customers.csv
cat >policy.json <<'END'
{"tiers": [{"name": "gold", "when": "monetary >= 500"}, {"name": "steady", "when": "frequency = 5"},
           {"name": "silver", "when": "monetary BETWEEN 91 AND 499"}],
 "segments": [{"name": "near", "when": "recency_days <= 20"}, {"name": "busy", "when": "frequency >= 5"},
              {"name": "far", "when": "recency_days >= 100"}],
 "screening": [{"name": "large", "when": "employees > 100", "result": "hold"}]}
END
crm-segment -q --check policy.json scores.csv customers=customers.csv
echo "status $?"
cat >sound.json <<'END'
{"tiers": [{"name": "gold", "when": "monetary >= 500"}, {"name": "rest"}],
 "segments": [{"name": "near", "when": "recency_days <= 20"}, {"name": "far", "when": "recency_days > 20"}],
 "screening": [{"name": "low", "when": "monetary < 100", "result": "hold"}]}
END
crm-segment --check sound.json scores.csv 2>&1 | grep suspicious
crm-segment -q --check sound.json scores.csv
echo "status $?"
