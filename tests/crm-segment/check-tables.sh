# A policy is not held to account for the built-in segments, whatever the data, where it has none of its own.
printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,as_of a,1,1,1,1,1,1,2024-06-30 \
    b,1,1,0,1,1,1,2024-06-30 >scores.csv
echo '{"segments": "rf25"}' >rf25.json
crm-segment -q --check rf25.json
echo "status $?"
echo '{"tiers": [{"name": "some", "when": "monetary > 0"}, {"name": "rest"}]}' >tiers.json
crm-segment -q --check tiers.json
echo "status $?"
crm-segment -q --check tiers.json scores.csv
echo "status $?"
