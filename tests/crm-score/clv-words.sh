# What the options of --clv cannot be, and what does not go together.
printf '%s\n' customer_id,date,amount a,2024-01-31,10 >orders.csv
try() {
    crm-score "$@" orders.csv
    echo "status $?"
}
for horizon in 0d 0m 12 m 12x -1m 1.5y '' 99999999y; do
    try --clv --horizon "$horizon"
done
for discount in x '' % -5% -1 11 1001% 10%%; do
    try --clv --discount "$discount"
done
try --clv --model nbd
try --clv --time-unit year
try --intervals
try --save-model model.json
try --load-model model.json
try --clv --by-currency
try --clv --load-model nowhere.json
