# What a file of --load-model cannot be.
printf '%s\n' customer_id,date,amount a,2024-01-31,10 >orders.csv
try() {
    echo "$1" >model.json
    crm-score -q --clv --load-model model.json orders.csv >scores.csv
    echo "status $?"
}
model() { try "{\"unit_days\": 7, \"lifetime\": {\"model\": \"$1\", \"parameters\": {$2}}$3}"; }
try 'r = 1'
try '[1, 2]'
try '{}'
try '{"unit_days": 0}'
try '{"unit_days": -7}'
try '{"unit_days": "7"}'
try '{"unit_days": 7}'
try '{"unit_days": 7, "lifetime": [1]}'
try '{"unit_days": 7, "lifetime": {"model": 5}}'
model nbd ''
model mbg ''
model mbg '"r": 1, "alpha": 2, "a": 3'
model mbg '"r": 1, "alpha": 2, "a": 0, "b": 1'
model bg '"r": 1, "alpha": "2", "a": 3, "b": 1'
model bg '"r": 1, "alpha": null, "a": 3, "b": 1'
model pareto '"r": 1, "alpha": 2, "a": 3, "b": 1'
model pareto '"r": 1, "alpha": 2, "s": 3, "s": 1'
mbg='"r": 1, "alpha": 2, "a": 3, "b": 1'
model mbg "$mbg" ', "spend": {}'
model mbg "$mbg" ', "spend": {"parameters": {"p": 1, "q": 2, "gamma": 3}}'
model mbg "$mbg" ', "spend": {"parameters": {"p": 1, "q": 2, "gamma": -3}, "population_mean": 3}'
model mbg "$mbg" ', "unit_days": 7'
model mbg "$mbg" '} {'
model mbg "$mbg"
