# A horizon beyond the 600 months that are counted is refused, not cut short.
printf '%s\n' customer_id,date,amount a,2024-01-31,10 >orders.csv
echo '{"unit_days": 1, "lifetime": {"model": "pareto",
    "parameters": {"r": 1, "alpha": 20, "s": 2, "beta": 20}}}' >model.json
for horizon in 601m 100y 9000y; do
    crm-score -q --clv --load-model model.json --horizon $horizon orders.csv 2>/dev/null
    echo "status $?"
done
