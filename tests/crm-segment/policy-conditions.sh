# Conditions that do not compile: the rule's place, and what SQLite says of them.
printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,as_of a,1,1,1,1,1,1,2024-06-30 >scores.csv
try() {
    printf '%s\n' "$1" >policy.json
    crm-segment -q --policy policy.json scores.csv -o out.csv
    echo "status $?"
}
try '{"tiers": [{"name": "a"}, {"name": "b", "when": "spend > 3"}]}'
try '{"tiers": [{"name": "a", "when": "top_spend < 0.5"}]}'
try '{"tiers": [{"name": "a", "when": "\"spend\" > 3"}]}'
try '{"segments": [{"name": "a", "r": 5, "when": "colour = 1"}]}'
try '{"screening": [{"name": "a", "result": "pass"}, {"name": "b", "when": "pct_name > 1", "result": "hold"}]}'
try '{"tiers": [{"name": "a", "when": "monetary >"}]}'
try '{"tiers": [{"name": "a", "when": "monetary > 5; monetary > 6"}]}'
try '{"tiers": [{"name": "a", "when": "monetary > 5, 1"}]}'
try '{"tiers": [{"name": "a", "when": "monetary > nosuch(5)"}]}'
try '{"segments": [{"name": "a", "r": 5, "when": "f = 1 -- or so"}, {"name": "b", "when": "x"}]}'
# --check without data knows the columns that scored rows can have.
echo '{"tiers": [{"name": "a", "when": "spend > 3"}]}' >policy.json
crm-segment -q --check policy.json -o out.csv
echo "status $?"
ls -A
# A comment does not swallow the score that stands beside it: f = 1 and r = 1, which a has, and r = 5.
echo '{"segments": [{"name": "five", "r": 5, "when": "f = 1 -- or so"}, {"name": "one", "r": 1, "when": "f = 1 --"}]}' \
    >policy.json
crm-segment -q --policy policy.json scores.csv | cut -d , -f 9
