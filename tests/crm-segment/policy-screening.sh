# What a screening rule cannot be. Its name alone may stand twice.
try() {
    printf "%s\n" "$1" >policy.json
    crm-segment -q --check policy.json -o out.csv
    echo "status $?"
}
try '{"screening": [{"result": "hold"}]}'
try '{"screening": [{"name": "a"}]}'
try '{"screening": [{"name": "a", "result": "no"}]}'
try '{"screening": [{"name": "a", "result": "Pass"}]}'
try '{"screening": [{"name": "a", "result": 1}]}'
try '{"screening": [{"name": "a", "result": "hold", "f": 1}]}'
try '{"screening": [{"name": "a", "result": "hold"}, {"name": "a", "when": 1, "result": "hold"}]}'
ls -A
