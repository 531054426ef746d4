# Forecast by hand: BG/NBD with r = 2, alpha = 20 days, a = 2, b = 1, of 100 customers who bought today
# for the first time (x = 0, T = 0). E[X(t)] = 2 t / (20 + t); of the first week 14/27 each, until the
# tenth day 2/3, so 4/27 in the three days that are left.
#   orders   k = (r + 1) / alpha = .15; variance of week 1: 100 (14/27 (1 + 7 k) - (14/27)^2) = 79.4102
#            around 51.8519: negative binomial of p = .652962, n = 97.5596
#   value    30 an order, c^2 = 1.5 x 2 / 1 - 1 = 2: variance 90,000 (14/27 (3 + 7 k) - (14/27)^2)
#            = 164,802 around 1,555.56: gamma of shape 14.6829, scale 105.944
# Quantiles by summing up the densities (Python).
{
    echo customer_id,date,amount
    awk 'BEGIN { for (i = 1; i <= 100; i++) print "c" i ",2024-03-01,50" }'
} >orders.csv
cat >model.json <<'END'
{"unit_days": 1,
 "lifetime": {"model": "bg", "parameters": {"r": 2, "alpha": 20, "a": 2, "b": 1}},
 "spend": {"parameters": {"p": 2, "q": 3, "gamma": 30}, "population_mean": 30}}
END
crm-score --clv --load-model model.json --forecast 10d orders.csv
for options in '--forecast soon' '--forecast 99y' '--forecast 4w --intervals' \
    '--forecast 4w --backtest 2024-01-01'; do
    crm-score --clv $options orders.csv
    echo "status $?"
done
for option in '--forecast 4w' '--horizon 6m' '--model bg' '--load-model model.json'; do
    crm-score $option orders.csv
    echo "status $?"
done
crm-score --clv --load-model model.json --model mbg orders.csv
echo "status $?"
