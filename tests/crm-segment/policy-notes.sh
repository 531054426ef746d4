# A note may stand everywhere, and means nothing; it is a text.
cat >policy.json <<'END'
{"note": "rules of 2024", "tier_hysteresis": 0.1,
 "tiers": [{"note": "the best", "name": "VIP", "when": "monetary > 100"}, {"name": "rest", "note": "others"}],
 "segments": [{"name": "all", "note": "one"}],
 "lifecycle": {"note": "as agreed", "g1": 30, "g2": 90},
 "screening": [{"name": "a", "when": "monetary < 0", "result": "hold", "note": "ask"}]}
END
crm-segment -q --check policy.json
echo "status $?"
echo '{"note": 5}' >policy.json
crm-segment -q --check policy.json -o out.csv
echo "status $?"
