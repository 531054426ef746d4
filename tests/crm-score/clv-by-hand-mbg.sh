# The modified BG/NBD with a = 2 and r = b + 2 = 4, alpha = 20 days, where 2F1 is a power; spend as in
# clv-by-hand-pareto. a and b are T = 60 days old, d came today; 40 days ahead.
#   p_alive = 1 / (1 + 2 / (2 + x) ((20 + T) / (20 + t_x))^(4 + x)):
#     a, x 1, t_x 20: 1 / (1 + 2/3 x 2^5) = 3/67;  b: 1 / (1 + 4^4) = 1/257;  c, x 2, today: 1 / (1 + 2/4);
#     d: 1 / (1 + 1), for who comes once may be gone at once
#   expected_orders = p_alive (4 + x) 40 / (60 + T): a 3/67 x 5/3; b 1/257 x 4/3; c 2/3 x 2; d 1/2 x 8/3
#   p_no_order = 1 - p_alive (1 - ((20 + T) / (60 + T))^(4 + x)):
#     a 1 - 3/67 x 211/243; b 1 - 1/257 x 65/81; c 1 - 2/3 x 665/729; d 1 - 1/2 x 80/81
#   clv of c: 40 (2/3 x 6 (31/111 x .991943 + (1/3 - 31/111) .989616)) = 52.8835
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
 "lifetime": {"model": "mbg", "parameters": {"r": 4, "alpha": 20, "a": 2, "b": 2}},
 "spend": {"parameters": {"p": 2, "q": 3, "gamma": 30}, "population_mean": 30}}
END
crm-score -q --clv --load-model model.json --horizon 40d orders.csv | cut -d, -f 1,17-
