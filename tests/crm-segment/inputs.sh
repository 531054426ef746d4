# One file of scored rows, and at most one of customers; what is not scored yet says what to do first.
printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,as_of a,1,1,1,1,1,1,2024-06-30 >scores.csv
printf '%s\n' customer_id,name a,Ann >customers.csv
printf '%s\n' customer_id,date,amount a,2024-06-30,5 >orders.csv
try() {
    crm-segment -q -o out.csv "$@" </dev/null
    echo "status $?"
}
try customers.csv
try customers=customers.csv
try scores.csv scores.csv
try scores.csv customers=customers.csv customers=customers.csv
try transactions=orders.csv
try - customers=-
try nowhere.csv
try --no-such-option scores.csv
try --segmnets rf25 scores.csv
try --lang de scores.csv
ls -A
