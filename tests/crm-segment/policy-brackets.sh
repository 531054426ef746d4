# A bracket that closes more than the condition opened is an error, and does not reach past it: f = 1 would
# else hold whatever r is. So in --where.
printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,as_of a,1,1,1,1,1,1,2024-06-30 >scores.csv
try() {
    printf '{"segments": [{"name": "a", "r": 5, "when": "%s"}]}\n' "$1" >policy.json
    crm-segment -q --policy policy.json scores.csv -o out.csv 2>err
    echo "status $?"
    rm -f out.csv
}
try "f = 1) OR (f = 2"
try "f = 1) FROM row UNION SELECT (2"
try "f = 1) OR (1 --"
try "f = ')' OR f = 1"
crm-segment -q --where 'f = 1) OR (f = 2' --where 'r = 5' scores.csv -o out.csv 2>err
echo "status $?"
