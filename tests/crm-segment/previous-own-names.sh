# A policy may call its tiers by words that are also translations of our own: they stay what they are, and
# hold their customers. The second tier is kept above 90 % of 500.
cat >policy.json <<'END'
{"tiers": [{"name": "钻石", "when": "monetary >= 1000"}, {"name": "重要", "when": "monetary >= 500"},
           {"name": "普通"}]}
END
scores() {
    printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,as_of \
        "a,1,1,$1,5,5,5,2024-06-30" "b,1,1,$2,5,5,5,2024-06-30" "c,1,1,$3,5,5,5,2024-06-30"
}
scores 500 500 10 | crm-segment -q --policy policy.json -o previous.csv
scores 450.01 450 1000 |
    crm-segment -q --policy policy.json --previous previous.csv --moves moves.csv | cut -d , -f 1,4,10-
cat moves.csv
