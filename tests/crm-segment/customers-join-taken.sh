# A column to join that would be called like one that is added: neither may be lost in silence.
printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,as_of a,1,1,1,1,1,1,2024-06-30 >scores.csv
printf '%s\n' customer_id,name,tier a,Ann,A-list >customers.csv
crm-segment -q scores.csv customers=customers.csv --join name,tier -o out.csv 2>err
echo "status $?"
grep -c tier err
ls -A
