# No customers, no model: nothing is saved that --load-model would refuse.
echo customer_id,date,amount >orders.csv
crm-score --clv --save-model model.json orders.csv >scores.csv 2>&1
test -e model.json || echo no model
