# A cell of blanks is empty, as everywhere: the customers fill it.
printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,as_of,name 'a,1,1,1,1,1,1,2024-06-30, ' >scores.csv
printf '%s\n' customer_id,name a,Ann >customers.csv
crm-segment -q scores.csv customers=customers.csv | cut -d , -f 9,10
