# Months have their real lengths: from 31 January 2024 one month is the 29 days to 29 February, two are 60,
# a year 366. Of who came today, with the model of clv-by-hand-pareto: expected_orders t / (20 + t):
# 29/49, 60/80, 366/386; spans of days and weeks are counted alike; 50 years are 18263 days.
printf '%s\n' customer_id,date,amount a,2024-01-31,10 >orders.csv
cat >model.json <<'END'
{"unit_days": 1,
 "lifetime": {"model": "pareto", "parameters": {"r": 1, "alpha": 20, "s": 2, "beta": 20}},
 "spend": {"parameters": {"p": 2, "q": 3, "gamma": 30}, "population_mean": 30}}
END
score() { crm-score -q --clv --load-model model.json "$@" orders.csv | sed 1d | cut -d, -f 18,21,22; }
for horizon in 1m 29d 2m 60d 12m 1y 366d 8w 56d 50y; do
    echo "$horizon $(score --discount 0 --horizon $horizon)"
done
echo "default $(score --discount 0)"
# Discounting: 10 % and .1 a year are one rate, the default; the two months' parts, 30 x 29/49 and
# 30 x (60/80 - 29/49), at 1.1^-(29/365.25) and 1.1^-(60/365.25); at 100 % a year halves.
for discount in 10% 0.1 .1 100% 0% 0; do
    echo "$discount $(score --horizon 2m --discount $discount)"
done
echo "default $(score --horizon 2m)"
