# Segments of a policy: ranges of scores, a condition besides them, the first that holds, Others for the
# rest; no segment without scores. --segments wins over the policy, and may be another policy's file, of
# which only the segments count.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of
a,1,1,500,5,5,5,2024-06-30
b,1,1,20,4,5,5,2024-06-30
c,1,1,20,3,5,5,2024-06-30
d,1,1,20,2,2,1,2024-06-30
e,1,1,500,2,3,1,2024-06-30
f,1,1,20,1,5,5,2024-06-30
g,,0,500,,,,2024-06-30
h,1,1,500,5,5,,2024-06-30
END
cat >policy.json <<'END'
{"tiers": [{"name": "everybody"}],
 "segments": [{"name": "best", "r": 5, "f": "5", "m": "4-5"},
              {"name": "fair", "r": "3-5"},
              {"name": "dear", "when": "monetary > 100 OR r = 5", "f": "1-3"},
              {"name": "low", "r": "2", "f": "2-2"}]}
END
segments() {
    crm-segment -q "$@" scores.csv | sed 1d | cut -d , -f 1,9,10
    echo
}
segments --policy policy.json
segments --segments policy.json
segments --policy policy.json --segments rfm10
sed 's/"segments": .*/"segments": "rfm10"}/; 3,$d' policy.json >named.json
segments --policy named.json
