# Standings in a policy, of 50 40 30 20 10: pct 1 .8 .6 .4 .2; mean and median 30. The best fifth and those
# at .8 are A, which begins at 40. B has no entry: its rule compares with a mean. Recency: the days 1 to 5
# the other way round, so that pct_recency_days <= 0.2 is the latest, and has no entry either.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of
a,1,1,50,5,5,5,2024-06-30
b,2,1,40,5,5,5,2024-06-30
c,3,1,30,5,5,5,2024-06-30
d,4,1,20,5,5,5,2024-06-30
e,5,1,10,5,5,5,2024-06-30
END
cat >policy.json <<'END'
{"tiers": [{"name": "A", "when": "pct_monetary >= 0.8"},
           {"name": "B", "when": "monetary >= mean_monetary AND monetary = median_monetary"},
           {"name": "C"}]}
END
crm-segment -q --policy policy.json scores.csv | cut -d , -f 1,4,10-
cat >latest.json <<'END'
{"tiers": [{"name": "latest", "when": "pct_recency_days <= 0.2"}, {"name": "others"}]}
END
crm-segment -q --policy latest.json scores.csv | cut -d , -f 1,2,10-
