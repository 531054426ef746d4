# A policy whose segments are a built-in table by name: taken by --segments as by --policy.
printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,as_of a,1,1,1,4,5,5,2024-06-30 >scores.csv
echo '{"segments": "rfm10"}' >named.json
crm-segment -q --policy named.json scores.csv | cut -d , -f 1,9
crm-segment -q --segments named.json scores.csv | cut -d , -f 1,9
