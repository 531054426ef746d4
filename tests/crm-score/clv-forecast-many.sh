# Forecast of so many customers that GSL's inverse of the gamma distribution gives up: BG/NBD as in
# clv-forecast.sh, 15,330 customers who bought today.
#   orders   14/27 each in the week: 7,948.89; variance a customer 14/27 (1 + 7 x .15) - (14/27)^2:
#            negative binomial of p = .652962515, n = 14,956.0976
#   value    30 an order: 238,467; gamma of shape 2,250.865233, scale 105.944444
# Quantiles by summing up the densities (Python): 7,734 and 8,166; 228,715.9 and 248,418.1.
{
    echo customer_id,date,amount
    awk 'BEGIN { for (i = 1; i <= 15330; i++) print "c" i ",2024-03-01,50" }'
} >orders.csv
cat >model.json <<'END_OF_MODEL'
{"unit_days": 1,
 "lifetime": {"model": "bg", "parameters": {"r": 2, "alpha": 20, "a": 2, "b": 1}},
 "spend": {"parameters": {"p": 2, "q": 3, "gamma": 30}, "population_mean": 30}}
END_OF_MODEL
crm-score -q --clv --load-model model.json --forecast 1w orders.csv
