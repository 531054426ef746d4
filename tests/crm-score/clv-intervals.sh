# Intervals of 95 % are exp(+-1.959964 d) times the figure, d the standard deviation of its logarithm by
# the delta method over the parameters' covariance. The model is that of clv-by-hand-pareto; r has the
# variance .0225 of its logarithm (deviation .15), gamma .04 (.2), the others none. c and d bought today,
# so that p_alive is 1 whatever r:
#   expected_orders goes with r + x, so d = .15 r / (r + x): c .05, d .15:
#     c 1 x e^-.0979982 = .906651, e^.0979982 = 1.10296; d 2/3 x e^-+.293995 = .496854, .894518
#   order_value goes with gamma + x m = 30 + 90 of c: .2 x 30/120 = .05; of d, the mean, with gamma: .2
#   clv: c d = sqrt(.05^2 + .05^2) = .0707107: 39.6626 x e^-+.138590 = 34.5297, 45.5586;
#     d sqrt(.15^2 + .2^2) = .25: 19.8348 x e^-+.489991 = 12.1514, 32.3763
# A model without covariances has no intervals, one without spend none of clv; f has no order.
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
model() {
    cat <<END_OF_MODEL
{"unit_days": 1,
 "lifetime": {"model": "pareto", "parameters": {"r": 1, "alpha": 20, "s": 2, "beta": 20}$1}$2}
END_OF_MODEL
}
lifetime=', "covariance_of_logs": [0.0225, 0, 0, 0,  0, 0, 0, 0,  0, 0, 0, 0,  0, 0, 0, 0]'
spend=', "spend": {"parameters": {"p": 2, "q": 3, "gamma": 30}, "population_mean": 30,
    "covariance_of_logs": [0, 0, 0,  0, 0, 0,  0, 0, 0.04]}'
score() {
    crm-score -q --clv --intervals --load-model model.json --horizon 40d orders.csv |
        cut -d, -f 1,18,22- | grep '^[cdf]'
}
model "$lifetime" "$spend" >model.json
score
model '' "$spend" >model.json
score
model "$lifetime" '' >model.json
score
