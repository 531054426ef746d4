# A customer who stands twice would count twice: the second row is bad, and no file appears.
printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,tier a,1,1,10,1,1,1,VIP a,1,1,10,1,1,1,VIP >rows.csv
crm-report -q rows.csv -o report.md
echo "status $?"
ls
