# A customers file without names: only a --join that was typed insists on its column.
printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,as_of a,1,1,1,1,1,1,2024-06-30 >scores.csv
printf '%s\n' customer_id,company a,Acme z,Zeta >customers.csv
crm-segment -q scores.csv customers=customers.csv | cut -d , -f 1,9-
echo
crm-segment -q scores.csv customers=customers.csv --join company,fax
echo "status $?"
crm-segment -q scores.csv customers=customers.csv --join name
echo "status $?"
