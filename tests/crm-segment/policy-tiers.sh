# What a tier cannot be.
try() {
    printf "%s\n" "$1" >policy.json
    crm-segment -q --check policy.json -o out.csv
    echo "status $?"
}
try '{"tiers": [5]}'
try '{"tiers": [{"name": "a"}, []]}'
try '{"tiers": [{}]}'
try '{"tiers": [{"when": "monetary > 5"}]}'
try '{"tiers": [{"name": ""}]}'
try '{"tiers": [{"name": 5}]}'
try '{"tiers": [{"name": null}]}'
try '{"tiers": [{"name": "a", "when": 5}]}'
try '{"tiers": [{"name": "a", "when": ""}]}'
try '{"tiers": [{"name": "a", "when": ["monetary > 5"]}]}'
try '{"tiers": [{"name": "a", "if": "1"}]}'
try '{"tiers": [{"name": "a", "r": 5}]}'
try '{"tiers": [{"name": "a"}, {"name": "b"}, {"name": "a"}]}'
ls -A
