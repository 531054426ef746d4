# The share of a policy, at its boundary and a cent to either side: gold from 1000, silver from 500, and
# the tiers below a rule that is no single comparison hold nobody.
cat >previous.csv <<'END'
customer_id,tier
1,gold
2,gold
3,gold
4,gold
5,gold
6,silver
7,silver
8,silver
9,silver
10,rest
11,rest
12,odd
END
policy() {
    cat >policy.json <<END
{"tier_hysteresis": $1,
 "tiers": [{"name": "gold", "when": "monetary >= 1000"}, {"name": "silver", "when": "monetary >= 500"},
           {"name": "odd", "when": "monetary = 499 AND r = 1"}, {"name": "rest"}]}
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
# 0.1: gold is kept above 900, silver above 450; who was rest is not lifted.
tiers 0.1 1000 900.01 900.00 450.01 450.00 450.01 450.00 1000 449.99 999.99 450.01 498
# 0: never.
tiers 0 1000 999.99 500.00 499.99 0 499.99 500
# 0.25: above 750 and 375.
tiers 0.25 1000 750.01 750.00 375.01 375.00 375.01 375.00
