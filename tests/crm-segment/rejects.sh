# Bad rows go to --rejects and count for nothing: without b's 900 a is VIP. The status is 1; more than
# --max-rejects are an error, and then neither the output nor the moves are touched.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of
a,1,1,100,5,5,5,2024-06-30
b,1,1,900,high,5,5,2024-06-30
c,1,1,10,1,1,1,2024-06-30
d,1,1,much,1,1,1,2024-06-30
e,1,1,10,1,1,1
END
crm-segment -q scores.csv --rejects bad.csv --max-rejects 3 >out.csv
echo "status $?"
cut -d , -f 1,4,10 out.csv
cat bad.csv
echo old >out.csv
echo old >moves.csv
printf '%s\n' customer_id,tier a,VIP >previous.csv
crm-segment -q scores.csv --rejects bad.csv --max-rejects 2 --previous previous.csv --moves moves.csv -o out.csv
echo "status $?"
crm-segment -q scores.csv --rejects bad.csv --previous previous.csv --moves moves.csv -o out.csv
echo "status $?"
cat out.csv moves.csv
# Bad customers go there, too.
printf '%s\n' customer_id,name,created_at a,Ann,2024-01-01 z,Zed,soon >customers.csv
echo '{"screening": [{"name": "late", "when": "created_at > \u00272024\u0027", "result": "hold"}]}' >policy.json
head -n 2 scores.csv | crm-segment -q customers=customers.csv - --policy policy.json --rejects bad.csv --max-rejects 1 |
    cut -d , -f 1,9,14
cat bad.csv
