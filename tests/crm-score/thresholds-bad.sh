# What a thresholds file cannot be.
printf '%s\n' customer_id,date,amount a,2024-01-01,10 >orders.csv
try() {
    echo "$1" >cuts.json
    crm-score --thresholds cuts.json orders.csv
    echo "status $?"
}
crm-score --thresholds nowhere.json orders.csv
echo "status $?"
try 'r = 1'
try '[1, 2]'
try '{"r":[1],"f":[1],"m":[1]}'
try '{"r":[1],"f":[1],"m":[1],"closed":"up"}'
try '{"r":[1],"f":[1],"closed":"right"}'
try '{"r":[1],"f":[2,1],"m":[1],"closed":"right"}'
try '{"r":[1],"f":["1"],"m":[1],"closed":"right"}'
