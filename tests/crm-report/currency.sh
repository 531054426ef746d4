# Two currencies are not added up: an error, or one of them with --currency. EUR: 10 + 30 of 2 orders each;
# USD: 5 of 1 order; CNY is in no row.
cat >rows.csv <<'END'
customer_id,currency,recency_days,frequency,monetary,r,f,m,tier
a,EUR,1,2,10.00,1,1,1,VIP
a,USD,2,1,5.00,1,1,1,VIP
b,EUR,3,2,30.00,1,1,1,VIP
END
crm-report rows.csv
echo " status $?"
for currency in EUR USD; do
    crm-report --currency $currency -t jsonl rows.csv | head -n 3
done
crm-report --currency CNY -q rows.csv
