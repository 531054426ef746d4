# Tiers of a policy: the first rule that holds. A rule that is one comparison has an entry, in amounts or
# in counts, and the tier below it a distance: 999.99 lacks 0.01 of 1000, 4 orders lack 1 of 5. A rule of
# two comparisons has none. Who meets no rule has no tier, until a rule without a condition takes all.
cat >policy.json <<'END'
{"tiers": [{"name": "gold", "when": "monetary >= 1000"},
           {"name": "often", "when": "frequency >= 5"},
           {"name": "some", "when": "monetary > 10 AND frequency > 1"}]}
END
sed 's/]}$/, {"name": "rest"}]}/' policy.json >all.json
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of
a,1,1,1000,5,5,5,2024-06-30
b,1,9,999.99,5,5,5,2024-06-30
c,1,5,500,5,5,5,2024-06-30
d,1,4,500,5,5,5,2024-06-30
e,1,1,5,5,5,5,2024-06-30
f,1,2,,5,5,5,2024-06-30
END
crm-segment --policy policy.json scores.csv | cut -d , -f 1,3,4,10-
crm-segment -q --policy all.json scores.csv | tail -n 2 | cut -d , -f 1,3,4,10-
