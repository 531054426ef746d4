# An amount without currency is not taken for one in the currency of the others (as in crm-rollup).
cat >rows.csv <<'END'
customer_id,currency,recency_days,frequency,monetary,r,f,m,tier
a,EUR,1,2,10.00,1,1,1,VIP
b,,3,2,30.00,1,1,1,VIP
END
crm-report rows.csv -o report.txt 2>err
echo "status $?"
grep -c 'rows.csv:3:.*currenc' err
ls
