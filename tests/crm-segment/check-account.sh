# The account of --check balances as every other: rows read = written + merged + rejected + excluded. What it
# writes are findings, which are no rows that were read.
printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,as_of a,1,1,600,5,5,5,2024-06-30 \
    b,1,1,900,5,5,5,2024-06-30 c,1,1,900,x,5,5,2024-06-30 >scores.csv
echo '{"tiers": [{"name": "a", "when": "monetary < 0"}, {"name": "b", "when": "monetary < 1"}]}' >policy.json
crm-segment -q --check policy.json scores.csv --rejects bad.csv --max-rejects 1 --summary=account.json >/dev/null
grep -o '"rows":{.*}},' account.json | tr -cs '0-9a-z' ' ' | awk '{
    for (i = 1; i < NF; i++) if ($(i + 1) ~ /^[0-9]+$/ && $i != "read") sum += $(i + 1)
    print $3 " read, " sum " accounted for" }'
