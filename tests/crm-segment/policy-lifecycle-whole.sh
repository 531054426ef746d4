# Purchase days and days of a window are whole: a part of one is refused, not cut off.
for part in '"loyal_days": 2.5' '"loyal_window": 30.5'; do
    echo "{\"lifecycle\": {$part}}" >policy.json
    crm-segment -q --check policy.json -o out.csv 2>err
    echo "status $?"
    grep -o 'policy.json: lifecycle.loyal_[a-z]*' err
done
echo '{"lifecycle": {"loyal_days": 2, "loyal_window": 30}}' >policy.json
crm-segment -q --check policy.json
