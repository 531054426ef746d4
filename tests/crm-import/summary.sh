# Proves --summary: one line of JSON with the accounting, read = written + rejected + excluded: 7 = 2 +
# 1 + 4; the amounts that exclusion cost (30 by as-of, 10 - 2.5 without customer; a duplicate costs
# nothing); the inputs; and the timing, which alone may differ.
cat >orders.csv <<'END'
customer_id,date,amount
1,2024-01-05,5
1,2024-01-05,5
2,2024-01-06,6
,2024-01-06,10
,2024-01-06,-2.5
3,2024-02-01,30
4,2024-01-07,x
END
gzip -nc orders.csv >orders.csv.gz
bytes=$(($(wc -c <orders.csv.gz)))
crm-import -q --summary=summary.json --drop-duplicates --as-of 2024-01-31 --rejects r.csv --max-rejects 1 orders.csv.gz >out
echo "status $?"
sed "s/\"bytes\":$bytes}/\"bytes\":N}/; s/\"seconds\":[0-9.e-]*/\"seconds\":N/" summary.json
printf '{"customer_id":"1","date":"2024-01-05","amount":5}\n' | crm-import --summary 2>&1 >out |
    sed 's/"seconds":[0-9.e-]*/"seconds":N/'
