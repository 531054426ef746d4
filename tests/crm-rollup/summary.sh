# --summary: the account of a run as one line of JSON; only its timing differs between two runs.
cat >orders.csv <<'END'
customer_id,order_id,date,status,amount
a,1,2024-01-05,paid,1.50
a,2,2024-01-06,pending,2
,3,2024-01-06,paid,4
b,4,2024-01-07,paid,8
a,5,2024-01-07,paid,16
END
crm-rollup -q --summary orders.csv 2>account >/dev/null
sed 's/"timing":.*/"timing":.../' account
crm-rollup -q --summary=account.json --as-of 2024-01-06 orders.csv -o rollup.csv
sed 's/"timing":.*/"timing":.../' account.json
