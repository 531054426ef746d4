# Where a tier begins is said where all amounts are in one currency; of several, the rows tell it. Prospects
# have none, and do not count.
cat >euro.csv <<'END'
customer_id,currency,recency_days,frequency,monetary,r,f,m,as_of
a,EUR,10,5,100,5,5,5,2024-06-30
b,EUR,40,3,60,4,4,4,2024-06-30
END
sed '3s/EUR/JPY/' euro.csv >both.csv
for file in euro both; do
    crm-segment $file.csv 2>&1 >/dev/null | grep begins
done
printf '%s\n' customer_id,name z,Zed >customers.csv
crm-segment euro.csv customers=customers.csv 2>&1 >/dev/null | grep begins
