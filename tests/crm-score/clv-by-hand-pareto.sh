# Pareto/NBD with r = 1, s = 2, alpha = beta = 20 days and gamma-gamma with p = 2, q = 3, gamma = 30,
# where the formulas need no computer. On 1 March a and b are T = 60 days old, d came today; 40 days
# ahead. With w = r + s + x = 3 + x and k = r + x = 1 + x,
#   p_alive = 1 / (1 + 2 / w (((20 + T) / (20 + t_x))^w - 1))
#     a, x 1, t_x 20: 1 / (1 + 2/4 (2^4 - 1)) = 2/17;  b, x 0: 1 / (1 + 2/3 (4^3 - 1)) = 1/43;
#     c bought today: 1, and so did d
#   expected_orders = p_alive k 40 / (60 + T): a 2/17 x 2/3 = 4/51; b 1/129; c 3/3 = 1; d 40/60
#   p_no_order = 1 - p_alive k / (k + 2) (1 - ((20 + T) / (60 + T))^(k + 2)):
#     a 1 - 2/17 x 65/162; b 1 - 1/43 x 19/81; c 1 - 3/5 x 211/243; d 1 - 26/81
#   order_value = 2 (30 + x m) / (2 x + 2): a, m 30: 30; c, m 45: 40; b and d the mean 2 x 30 / 2 = 30,
#     and so e, whose refund is more than the repeat order; f has no order
#   clv: until 1 April, 31 days, at 1.1^-(31/365.25) = .991943, the rest at 1.1^-(40/365.25) = .989616:
#     c 40 (31/37 x .991943 + 6/37 x .989616) = 39.6626; d 30 (31/51 x .991943 + 3/51 x .989616) = 19.8348
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
 "lifetime": {"model": "pareto", "parameters": {"r": 1, "alpha": 20, "s": 2, "beta": 20}},
 "spend": {"parameters": {"p": 2, "q": 3, "gamma": 30}, "population_mean": 30}}
END
crm-score -q --clv --load-model model.json --horizon 40d orders.csv | cut -d, -f 1,17-
