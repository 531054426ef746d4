# A list is no policy, and no list of rows either.
try() {
    printf "%s\n" "$1" >policy.json
    crm-segment -q --check policy.json -o out.csv
    echo "status $?"
}
try '[]'
try '[{"tiers": [{"name": "a"}]}]'
ls -A
