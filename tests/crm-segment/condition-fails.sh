# A condition that fails on a row ends the run and says which condition it was, and of which customer. No file
# appears.
printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,as_of a,1,1,1,0,1,1,2024-06-30 \
    b,1,1,1,1,1,1,2024-06-30 >scores.csv
try() {
    printf '%s\n' "$1" >policy.json
    crm-segment -q --policy policy.json scores.csv -o out.csv 2>err
    echo "status $?"
    grep -c "$2" err
    grep -c 'scores.csv: customer "b"' err
    grep -c 'integer overflow' err
}
try '{"tiers": [{"name": "a", "when": "abs(-9223372036854775807 - r) < 0"}]}' 'tiers\[0\]'
try '{"segments": [{"name": "a", "when": "abs(-9223372036854775807 - r) < 0"}]}' 'segments\[0\]'
try '{"screening": [{"name": "a", "when": "abs(-9223372036854775807 - r) < 0", "result": "hold"}]}' \
    'screening\[0\]'
ls -A
