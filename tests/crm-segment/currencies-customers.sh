# A customer of two currencies has one name, and a prospect has no currency. The condition of a tier looks at
# the rows of a currency alone: 2 of JPY are above their mean of 300, though not above that of EUR.
cat >scores.csv <<'END'
customer_id,currency,recency_days,frequency,monetary,r,f,m,as_of
a,EUR,1,1,5000.00,5,5,5,2024-06-30
a,JPY,1,1,400,5,5,5,2024-06-30
b,EUR,1,1,7000.00,5,5,5,2024-06-30
b,JPY,1,1,400,5,5,5,2024-06-30
c,JPY,1,1,100,5,5,5,2024-06-30
END
printf '%s\n' customer_id,name a,Ann b,Bob z,Zed >customers.csv
echo '{"tiers": [{"name": "above", "when": "monetary > mean_monetary"}, {"name": "below"}]}' >policy.json
crm-segment -q scores.csv customers=customers.csv --policy policy.json | cut -d , -f 1,2,5,10,12-
