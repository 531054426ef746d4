# --check without data. Segments: r = 3 is nobody's (25 cells, the first of them 311), r = 5 is A's and B's
# (25), so that B's 25 are never reached. Tiers: behind one that takes all, none is reached. Nothing is said
# of a sound policy; its status is 0, else 1.
cat >policy.json <<'END'
{"tiers": [{"name": "VIP", "when": "monetary > 100"}, {"name": "rest"}, {"name": "late", "when": "r = 1"},
           {"name": "last"}],
 "segments": [{"name": "A", "r": "4-5"}, {"name": "B", "r": 5, "m": "1-5"}, {"name": "C", "when": "r <= 2"}],
 "screening": [{"name": "in", "result": "pass"}, {"name": "out", "when": "m = 1", "result": "reject"}]}
END
crm-segment -q --check policy.json
echo "status $?"
crm-segment -q -t jsonl --check policy.json -o findings.jsonl
echo "status $?"
head -n 1 findings.jsonl
echo '{"tiers": [{"name": "VIP", "when": "monetary > 100"}, {"name": "important", "when": "monetary > 50"}]}' \
    >open.json
crm-segment -q --check open.json
echo "status $?"
sed 's/50"}/50"}, {"name": "rest"}/' open.json >sound.json
crm-segment --check sound.json
echo "status $?"
