# Words that make no sense, and options that do not go together.
printf 'customer_id,date,amount\na,2024-01-10,1\nb,2024-02-10,2\n' >orders.csv
printf 'customer_id,email\na,a@example.net\n' >people.csv
try() {
    crm-churn -q "$@" -o none.csv
    echo "$?: $*"
}
try --threshold 1 orders.csv
try --threshold -0.1 orders.csv
try --threshold often orders.csv
try --lost 100% orders.csv
try --window 0d orders.csv
try --window half orders.csv
try --g1 -1 orders.csv
try --g2 soon orders.csv
try --g1 60 --g2 30 orders.csv
try --model best orders.csv
try --horizon never orders.csv
try --refunds gross orders.csv
try --winback some orders.csv
try --winback 5 --holdout 100% orders.csv
try --winback 5 --holdout some orders.csv
try --winback 5 --seed x orders.csv
try --winback 5 --channel post orders.csv
try --winback 5 orders.csv
try orders.csv customers=people.csv
try --winback 5 orders.csv customers=people.csv customers=people.csv
try --winback 5 customers=people.csv
try --evaluate missing.csv orders.csv
