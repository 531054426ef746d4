# --fresh: the latest order is of 2024-12-26, 5 days before the day of the scores. A report of data that end
# too early is written, and the status says it.
cat >rows.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of,last_date,tier
a,5,2,10.00,1,1,1,2024-12-31,2024-12-26,VIP
b,30,2,10.00,1,1,1,2024-12-31,2024-12-01,ordinary
END
for span in 5d 4d; do
    crm-report -q --fresh $span rows.csv -o report.txt
    echo "status $?: $(head -n 1 report.txt)"
    rm report.txt
done
