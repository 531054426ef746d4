# Just so much below the entry is too much, also where 1 - 0.8 and 1 - 0.9 are no exact binary fractions:
# gold from 1000, silver from 500, and a cent more is enough.
cat >previous.csv <<'END'
customer_id,tier
1,gold
2,gold
3,gold
4,gold
5,gold
6,silver
7,silver
END
policy() {
    cat >policy.json <<END
{"tier_hysteresis": $1,
 "tiers": [{"name": "gold", "when": "monetary >= 1000"}, {"name": "silver", "when": "monetary >= 500"},
           {"name": "rest"}]}
END
}
tiers() {
    policy "$1"
    shift
    {
        echo customer_id,recency_days,frequency,monetary,r,f,m,as_of
        n=0
        for amount; do
            echo "$((n += 1)),1,1,$amount,5,1,5,2024-06-30"
        done
    } | crm-segment -q --policy policy.json --previous previous.csv | sed 1d | cut -d , -f 4,13,10,14,15
    echo
}
# 0.8: above 200 and 100.
tiers 0.8 1000 200.01 200.00 100.01 100.00 100.01 100.00
# 0.9: above 100 and 50.
tiers 0.9 1000 100.01 100.00 50.01 50.00 50.01 50.00
