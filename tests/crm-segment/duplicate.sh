# A customer that stands twice is a bad row; in two currencies it may. With --rejects the first row stays.
cat >scores.csv <<'END'
customer_id,currency,recency_days,frequency,monetary,r,f,m,as_of
a,EUR,1,1,500,5,5,5,2024-06-30
a,USD,1,1,500,5,5,5,2024-06-30
b,EUR,1,1,5,1,1,1,2024-06-30
a,EUR,1,1,7,1,1,1,2024-06-30
END
crm-segment -q scores.csv -o out.csv
echo "status $?"
crm-segment -q scores.csv --rejects bad.csv --max-rejects 1 | cut -d , -f 1,2,5,11
cat bad.csv
