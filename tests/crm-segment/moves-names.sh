# The name in the moves file: the scored row's own, else the customers file's where that is joined; of one that is
# gone, the name it had. No other column of the customers takes its place.
printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,as_of a,1,1,600,5,5,5,2024-06-30 >scores.csv
sed '1s/$/,name/; 2s/$/,Own/' scores.csv >named.csv
printf '%s\n' customer_id,name,city a,Ann,Rome >customers.csv
printf '%s\n' customer_id,name,tier,tier_rank g,Gus,VIP,1 >previous.csv
names() {
    crm-segment -q --previous previous.csv --moves moves.csv "$@" >/dev/null
    cut -d , -f 1,3,6 moves.csv | sed 1d
}
names scores.csv
names named.csv
names scores.csv customers=customers.csv
names named.csv customers=customers.csv
names scores.csv customers=customers.csv --join city,name
names scores.csv customers=customers.csv --join city
names scores.csv customers=customers.csv --join ''
