# What a segment cannot be: scores are whole numbers from 1, alone or as a range.
try() {
    printf "%s\n" "$1" >policy.json
    crm-segment -q --check policy.json -o out.csv
    echo "status $?"
}
try '{"segments": [{"r": 5}]}'
try '{"segments": [{"name": "a", "result": "pass"}]}'
try '{"segments": [{"name": "a", "r": 5}, {"name": "a", "r": 4}]}'
try '{"segments": [{"name": "a", "r": 0}]}'
try '{"segments": [{"name": "a", "f": -1}]}'
try '{"segments": [{"name": "a", "m": 4.5}]}'
try '{"segments": [{"name": "a", "r": true}]}'
try '{"segments": [{"name": "a", "r": null}]}'
try '{"segments": [{"name": "a", "r": [4, 5]}]}'
try '{"segments": [{"name": "a", "r": ""}]}'
try '{"segments": [{"name": "a", "r": "high"}]}'
try '{"segments": [{"name": "a", "r": "5-"}]}'
try '{"segments": [{"name": "a", "r": "-5"}]}'
try '{"segments": [{"name": "a", "r": "5-4"}]}'
try '{"segments": [{"name": "a", "r": "3-4-5"}]}'
try '{"segments": [{"name": "a", "r": "4 - 5"}]}'
try '{"segments": [{"name": "a", "r": "5) OR (1"}]}'
try '{"segments": [{"name": "a", "r": "99999999999999999999"}]}'
ls -A
