# What --segments cannot be.
printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,as_of a,1,1,1,1,1,1,2024-06-30 >scores.csv
try() {
    crm-segment -q scores.csv "$@"
    echo "status $?"
}
echo '{"tiers": [{"name": "all"}]}' >tiers.json
echo '{"segments": "rfm12"}' >rfm12.json
try --segments rfm12
try --segments tiers.json
try --policy rfm12.json
try --segments ''
try --segments
