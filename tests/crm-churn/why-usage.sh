# Options that go with another task, and inputs that do not fit, with what would do.
awk 'BEGIN {
    print "customer_id,date,amount"
    for (i = 1; i <= 12; i++) print "c" i ",2024-0" 1 + i % 6 "-11,10"
}' >orders.csv
printf 'ticket_id,customer_id,opened_at,status\n1,c1,2024-01-01,open\n' >tickets.csv
printf 'customer_id,email\nc1,a@example.net\n' >people.csv
printf 'email,tier\na@example.net,x\n' >nobody.csv
printf 'customer_id,tier,as_of\nc1,A,2024-04-01\n' >late.csv
try() {
    crm-churn -q "$@" -o none.csv
    echo "$?: $*"
}
try --holdout 5% orders.csv
try --seed 1 orders.csv
try --channel any orders.csv
try --cut 2024-03-31 orders.csv
try --outcome a=b orders.csv
try --ignore a orders.csv
try --winback 0 orders.csv
try --winback 5 --evaluate list.csv orders.csv
try --fit model.json --predict model.json orders.csv
try --why --winback 5 orders.csv
try --why --holdout 5% orders.csv
try --why --threshold 0.01 orders.csv
try --why --keep amount orders.csv
try --why --horizon 6m orders.csv
try --why --model bg orders.csv
try --fit model.json --outcome a=b --g2 5 orders.csv
try --evaluate list.csv --window 5d orders.csv
try --winback 5 --ignore a orders.csv
try --why --window 30d orders.csv
try --why --cut 2024-03-31T10:00 orders.csv
try --why --cut 3/4/2024 orders.csv
try --why --cut soon orders.csv
try --why --cut 2024-03-31 --window 0d orders.csv
try --why --ignore tier orders.csv
try --why --ignore town orders.csv customers=people.csv
try --why orders.csv customers=nobody.csv
try --why orders.csv tickets=tickets.csv tickets=tickets.csv
try --why tickets=tickets.csv
try tickets=tickets.csv orders.csv
try --why --cut 2024-03-31 --g2 30 orders.csv customers=late.csv
# The data end on 2024-06-11. With g2 30, 2024-05-12 is the last cut whose 30 days they reach; a month
# behind 2024-05-11 is that day.
try --why --cut 2024-05-13 --g2 30 orders.csv
try --why --cut 2024-05-12 --g2 30 orders.csv
try --why --cut 2024-05-12 --g2 30 --window 1m orders.csv
try --why --cut 2024-05-11 --g2 30 --window 1m orders.csv
# An answer before the question, a ticket without its day.
printf 'ticket_id,customer_id,opened_at,first_response_at\n1,c1,2024-01-02 10:00,2024-01-02 09:59\n' >bad.csv
try --why orders.csv tickets=bad.csv
printf 'ticket_id,customer_id,opened_at,first_response_at\n1,c1,,2024-01-02\n' >bad.csv
try --why orders.csv tickets=bad.csv
printf 'customer_id,date,score\nc1,,5\n' >bad.csv
try --why orders.csv surveys=bad.csv
# The answer one minute after the question, in two zones.
printf 'ticket_id,customer_id,opened_at,first_response_at\n1,c1,2024-01-02T00:30+08:00,2024-01-01T16:31Z\n' >good.csv
try --why orders.csv tickets=good.csv
