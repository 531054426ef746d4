# --fresh looks at the latest purchase, also where a column of the lifecycle is missing: June 16 is two weeks
# before June 30.
printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,as_of,last_date \
    a,14,1,1,1,1,1,2024-06-30,2024-06-16 >scores.csv
crm-segment -q --fresh 2w scores.csv >/dev/null
echo "status $?"
sed 's/2024-06-16/2024-06-15/' scores.csv | crm-segment -q --fresh 2w >/dev/null
echo "status $?"
