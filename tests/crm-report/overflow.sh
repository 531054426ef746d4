# A sum that does not fit in 64 bits of 1/10000 is an error: 500 and 500 millions of millions.
cat >rows.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,tier
a,1,2,500000000000000,1,1,1,VIP
b,1,2,422337203685477.5807,1,1,1,VIP
END
crm-report -q -t jsonl rows.csv | sed -n 2p
sed 's/5807/5808/' rows.csv >more.csv
crm-report -q more.csv -o report.txt
echo "status $?"
ls
