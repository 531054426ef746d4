# --summary: the account as one line of JSON. Of 7 rows read 3 are scored customers, one is rejected; of the
# 3 customers a joins in and z is a prospect, written, and one has no id. Written 2 + 1.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of
a,1,1,600,5,5,5,2024-06-30
b,1,1,900,5,5,5,2024-06-30
c,1,1,5,1,1,1,2024-06-30
d,1,1,x,1,1,1,2024-06-30
END
printf '%s\n' customer_id,name a,Ann z,Zed ,Nobody >customers.csv
printf '%s\n' customer_id,tier a,VIP >previous.csv
crm-segment -q scores.csv customers=customers.csv --where "customer_id IS NOT 'b'" --rejects bad.csv \
    --max-rejects 1 --summary=account.json --previous previous.csv >out.csv
grep -o '"rows":{.*}},' account.json
grep -o '"as_of":"[^"]*"' account.json
grep -o '"kind":"[^"]*"' account.json
wc -l <out.csv
