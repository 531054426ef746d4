# No score is 0, written as a number or as a text.
try() {
    printf "%s\n" "$1" >policy.json
    crm-segment -q --check policy.json -o out.csv
    echo "status $?"
}
try '{"segments": [{"name": "a", "r": 0}]}'
try '{"segments": [{"name": "a", "r": "0"}]}'
try '{"segments": [{"name": "a", "r": "0-2"}]}'
ls -A
