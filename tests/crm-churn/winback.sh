# Those at risk, lapsed or lost, the most valuable first. Of a shop's customers on the 30th of June
# 2024; silent for longer than 60 days has lapsed.
list() {
    crm-churn -q --as-of 2024-06-30 --g2 60 "$@" "$SAMPLES/shop/orders.csv"
}
fields() { # COLUMN...: of the list on standard input
    crm-query -q "SELECT $1 FROM stdin"
}
list -o churn.csv
crm-query -q "SELECT customer_id FROM churn WHERE value_at_risk > 0 AND status <> 'active'
    AND status <> 'slowing' ORDER BY CAST(value_at_risk AS REAL) DESC" churn.csv -o want.csv
list --winback 1000 --holdout 0 -o all.csv
fields customer_id <all.csv | cmp - want.csv && echo all by value
crm-query -q "SELECT count(*) > 10 AS some, count(*) = max(rank) AS ranked, min(rank),
    count(DISTINCT \"group\") AS groups, min(\"group\") AS word FROM all_" all_=all.csv
# Without a hold-out the budget is the length of the list; its rows are those of the table.
list --winback 7 --holdout 0% -o seven.csv
head -n 8 all.csv | cmp - seven.csv && echo the first seven
crm-query -q "SELECT count(*) AS same FROM seven JOIN churn USING (customer_id, status, rule,
    last_date, silence_p, value_at_risk, as_of)" seven.csv churn.csv
# A budget of 7 is 7 to contact, whatever the hold-out; the last of the list is one of them.
list --winback 7 --holdout 50% -o half.csv
crm-query -q "SELECT sum(\"group\" = 'contact') AS contact, sum(\"group\" = 'holdout') > 0 AS some_held,
    count(*) = max(rank) AS ranked, (SELECT \"group\" FROM half ORDER BY rank DESC LIMIT 1) AS last
    FROM half" half.csv
# The same seed gives the same list; who is held out hangs on id and seed, not on the budget.
list --winback 7 --holdout 50% | cmp - half.csv && echo the same
list --winback 7 --holdout 0.5 --seed 1 | cmp - half.csv && echo the same by default
list --winback 9 --holdout 50% | head -n "$(wc -l <half.csv)" | cmp - half.csv && echo begins the same
list --winback 7 --holdout 50% --seed 2 | cmp -s - half.csv || echo another by another seed
# A smaller share is a part of a larger one.
list --winback 1000 --holdout 20% -o fifth.csv
list --winback 1000 --holdout 50% -o most.csv
crm-query -q "SELECT count(*) AS held_by_20_not_by_50 FROM fifth JOIN most USING (customer_id)
    WHERE fifth.\"group\" = 'holdout' AND most.\"group\" = 'contact'" fifth.csv most.csv
# Nobody's consent is known, which is told; so is how many there are.
crm-churn --as-of 2024-06-30 --g2 60 --winback 3 --holdout 0 "$SAMPLES/shop/orders.csv" 2>&1 >none.csv |
    grep -E 'consent|win-back' | sed 's/[0-9]* candidates/N candidates/'
