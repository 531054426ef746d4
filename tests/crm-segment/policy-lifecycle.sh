# What a lifecycle cannot be.
try() {
    printf "%s\n" "$1" >policy.json
    crm-segment -q --check policy.json -o out.csv
    echo "status $?"
}
try '{"lifecycle": {"g3": 5}}'
try '{"lifecycle": {"g1": "30"}}'
try '{"lifecycle": {"g1": -1}}'
try '{"lifecycle": {"g2": 36500.5}}'
try '{"lifecycle": {"g1": 90, "g2": 30}}'
try '{"lifecycle": {"loyal_days": 0}}'
try '{"lifecycle": {"loyal_days": 4}}'
try '{"lifecycle": {"loyal_days": [3]}}'
try '{"lifecycle": {"loyal_window": 0}}'
try '{"lifecycle": {"loyal_window": 36501}}'
ls -A
