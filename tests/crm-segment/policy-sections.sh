# Keys that no policy has, and sections of another type.
try() {
    printf "%s\n" "$1" >policy.json
    crm-segment -q --check policy.json -o out.csv
    echo "status $?"
}
try '{"tier": []}'
try '{"Tiers": []}'
try '{"": 1}'
try '{"tier_hysteresis": 1}'
try '{"tier_hysteresis": -0.1}'
try '{"tier_hysteresis": "0.1"}'
try '{"tier_hysteresis": true}'
try '{"tier_hysteresis": null}'
try '{"tiers": {}}'
try '{"tiers": []}'
try '{"tiers": "VIP"}'
try '{"tiers": null}'
try '{"segments": 5}'
try '{"segments": ""}'
try '{"segments": []}'
try '{"screening": {"name": "a"}}'
try '{"lifecycle": []}'
try '{"lifecycle": 90}'
ls -A
