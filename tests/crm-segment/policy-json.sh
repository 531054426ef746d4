# A policy that is no JSON, or none that can be one: its place and what is wrong there. The column is where
# the reader noticed.
try() {
    printf "%s\n" "$1" >policy.json
    crm-segment -q --check policy.json -o out.csv
    echo "status $?"
}
try '{"tiers": ['
try '{"tiers": [}'
try 'tiers'
try '{"tiers": 1,, }'
try '{"tiers": [{"name": "a"}], "tiers": []}'
try '{"tiers": [{"name": "a", "name": "b"}]}'
try '{"tier_hysteresis": 1e999}'
try '{"segments": [{"name": "a", "r": 99999999999999999999}]}'
try '{"tiers": [{"name": "a\u0000b"}]}'
try '{"tier_hysteresis": NaN}'
try '{} {}'
try '{} // all'
try '5'
printf '{"tiers": [{"name": "a\0b"}]}' >policy.json
crm-segment -q --check policy.json
printf '{\n "tiers":\n  [{"name": "VIP",}]}' >policy.json
crm-segment -q --policy policy.json </dev/null
echo " status $?"
: >policy.json
crm-segment -q --check policy.json
crm-segment -q --check nowhere.json
echo " status $?"
# Blanks are read up to 4 MiB, and a byte order mark and UTF-16 as everywhere.
head -c 4200000 /dev/zero | tr '\0' ' ' >policy.json
crm-segment -q --check policy.json
printf '\357\273\277{"tiers": [{"name": "\346\231\256\351\200\232"}]}' >policy.json
crm-segment -q --check policy.json
iconv -f UTF-8 -t UTF-16LE policy.json >wide.json
crm-segment -q --check wide.json
ls -A
