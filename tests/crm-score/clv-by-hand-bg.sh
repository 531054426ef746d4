# BG/NBD with a = 2 and r = b + 1 = 2, alpha = 20 days, where 2F1 is a power; spend as in
# clv-by-hand-pareto. a and b are T = 60 days old, d came today; 40 days ahead.
#   p_alive = 1 / (1 + 2 / x ((20 + T) / (20 + t_x))^(2 + x)), 1 for who bought once:
#     a, x 1, t_x 20: 1 / (1 + 2 x 2^3) = 1/17;  b and d: 1;  c, x 2, today: 1 / (1 + 1)
#   expected_orders = p_alive (2 + x) 40 / (60 + T): a 1/17 x 3/3; b 2/3; c 1/2 x 4/3; d 2 x 2/3
#   p_no_order = 1 - p_alive (1 - ((20 + T) / (60 + T))^(2 + x)):
#     a 1 - 1/17 x 19/27; b (2/3)^2; c 1 - 1/2 x 65/81; d (1/3)^2
#   clv of d: 30 x 2 (31/51 x .991943 + (2/3 - 31/51) .989616) = 39.6695
cat >orders.csv <<'END'
customer_id,date,amount
a,2024-01-01,50
a,2024-01-21,30
b,2024-01-01,50
c,2024-01-01,5
c,2024-02-01,40
c,2024-03-01,50
d,2024-03-01,50
e,2024-01-01,50
e,2024-01-21,30
e,2024-02-01,-100
f,2024-02-01,-5
END
cat >model.json <<'END'
{"unit_days": 1,
 "lifetime": {"model": "bg", "parameters": {"r": 2, "alpha": 20, "a": 2, "b": 1}},
 "spend": {"parameters": {"p": 2, "q": 3, "gamma": 30}, "population_mean": 30}}
END
crm-score -q --clv --load-model model.json --horizon 40d orders.csv | cut -d, -f 1,17-
