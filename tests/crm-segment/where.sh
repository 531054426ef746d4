# --where leaves rows out before anything is compared: of the northern ones a has all but 10.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of,Sales Region
a,1,1,100,5,5,5,2024-06-30,north
b,1,1,900,5,5,5,2024-06-30,south
c,1,1,10,1,1,1,2024-06-30,north
END
crm-segment scores.csv --where "\"Sales Region\" = 'north'" | cut -d , -f 1,4,11
crm-segment -q scores.csv --where 'monetary > 50' --where 'monetary < 500' | cut -d , -f 1,4,11
crm-segment -q scores.csv --where 'tier = 1'
echo "status $?"
# It is about the scored rows. Who is left out is no prospect: there is a row, though it is not looked at.
printf '%s\n' customer_id,name a,Ann b,Bob c,Cy z,Zed >customers.csv
crm-segment -q scores.csv customers=customers.csv --where "customer_id <> 'c'" | cut -d , -f 1,4,12
crm-segment -q scores.csv customers=customers.csv --where 'monetary > 50 AND "Sales Region" IS NOT NULL' |
    cut -d , -f 1,4,12
