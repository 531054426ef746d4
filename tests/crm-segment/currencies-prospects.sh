# Prospects have no currency, and stand among themselves: of 60 and 20 employees the mean is 40, whatever
# the 100 of a buyer in EUR. Without currencies all are one: the mean of 100, 60 and 20 is 60.
printf '%s\n' customer_id,currency,recency_days,frequency,monetary,r,f,m,as_of \
    a,EUR,1,1,100,5,5,5,2024-06-30 >scores.csv
printf '%s\n' customer_id,name,employees a,Ann,100 y,Yves,60 z,Zed,20 >customers.csv
echo '{"screening": [{"name": "above", "when": "employees > mean_employees", "result": "hold"}]}' >policy.json
crm-segment -q scores.csv customers=customers.csv --policy policy.json | cut -d , -f 1,2,15
cut -d , -f 1,3- scores.csv >plain.csv
crm-segment -q plain.csv customers=customers.csv --policy policy.json | cut -d , -f 1,14
