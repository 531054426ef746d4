# A policy without a section, and a section without what may be left out, are as no policy.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of,first_date,last_date,prev_date,prev2_date,days,gap_max
a,10,2,10,5,5,5,2024-06-30,2024-06-10,2024-06-20,2024-06-10,,2,10
b,30,2,90,1,5,5,2024-06-30,2024-05-11,2024-05-31,2024-05-11,,2,20
END
crm-segment -q scores.csv >want.csv
for policy in '{}' '{"lifecycle": {}}' '{"note": "later"}' '{"segments": "rf25"}' '{"tier_hysteresis": 0.1}' \
    '{"tiers": [{"name": "VIP", "when": "top_monetary < 0.5"}, {"name": "important", "when": "top_monetary < 0.8"},
        {"name": "ordinary"}], "lifecycle": {"loyal_days": 3, "loyal_window": 365}}'; do
    echo "$policy" >policy.json
    crm-segment -q --policy policy.json scores.csv | cmp - want.csv
done
cut -d , -f 1,15- want.csv
