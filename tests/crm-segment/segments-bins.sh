# Tables of five scores and scores up to ten: refused, with what to do; segments of one's own, and classes
# that look at no scores, take them. Of 9 and 10, 6 and 1.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of
a,1,9,10,9,10,6,2024-06-30
b,9,1,2,1,1,1,2024-06-30
END
for table in rf25 rfm10 rfm11; do
    crm-segment -q --segments $table scores.csv >/dev/null
    echo "status $?"
done
crm-segment -q scores.csv --rejects bad.csv --max-rejects 50% | cut -d , -f 1,9
cat bad.csv
crm-segment -q --segments cn8 scores.csv | cut -d , -f 1,9
echo '{"segments": [{"name": "high", "r": "9-10", "f": 10}, {"name": "low"}]}' >policy.json
crm-segment -q --policy policy.json scores.csv | cut -d , -f 1,9
