# The shop's 67 repeat customers buy at rates that hardly differ, so that r and alpha may grow together
# for ever. Whatever stands for them, no standard error ten times its parameter passes for one.
crm-import -q "$SAMPLES/shop/orders.csv" -o orders.csv
for model in mbg bg pareto; do
    crm-score -q --clv --model $model --save-model model.json orders.csv >scores.csv
    jq '.lifetime.standard_errors as $error | .lifetime.parameters | to_entries |
        all($error[.key] == null or $error[.key] < 10 * .value)' model.json
done
