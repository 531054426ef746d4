# --summary: the account of a run as one line of JSON; only its timing differs between two runs.
cat >orders.csv <<'END'
customer_id,order_id,date,status,amount
a,1,2024-01-05,paid,1.50
a,2,2024-01-06,pending,2
,3,2024-01-06,paid,4
b,4,2024-01-07,paid,8
END
crm-score -q --summary=account.json orders.csv
sed 's/"timing":.*/"timing":.../' account.json
