# --explain defines each column that is added.
echo customer_id,recency_days,frequency,monetary,r,f,m | crm-segment -q --explain 2>err >/dev/null
for word in segment tier top_X pct_X to_next_tier lifecycle g1 tier_held move; do
    grep -c "^[^ ]* *$word[, ]" err
done
