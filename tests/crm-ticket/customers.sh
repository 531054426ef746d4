# Targets and groups by what a table of customers says of them: vip have to be answered within an hour.
# 1 and 4 are of a vip, answered after 30 and 90 minutes; 2 of a customer without a tier; 3 of nobody who
# is known. The last two are of the target rest. The customers' own latest row that fills the cell counts.
cat >policy.json <<'END'
{"service": {"targets": [
  {"name": "vip", "when": "tier = 'vip' AND status <> 'spam'", "first_response": "1h"},
  {"name": "rest", "first_response": "2h"}]}}
END
cat >customers.csv <<'END'
customer_id,name,tier
a,Ann,vip
b,Bob,
a,Ann,
c,Cid,basic
END
cat >tickets.csv <<'END'
ticket_id,customer_id,opened_at,first_response_at,closed_at,status
1,a,2024-01-01 10:00,2024-01-01 10:30,2024-01-01 12:00,closed
2,b,2024-01-01 10:00,2024-01-01 11:30,2024-01-01 12:00,closed
3,,2024-01-01 10:00,2024-01-01 13:00,2024-01-01 13:00,closed
4,a,2024-01-01 10:00,2024-01-01 11:30,2024-01-01 12:00,closed
END
crm-ticket --policy policy.json customers=customers.csv tickets.csv | cut -d, -f 1,2,5,6,13
crm-ticket -q --policy policy.json --by tier,target customers=customers.csv tickets.csv |
    cut -d, -f 1-3,10,19-21
# --where is for tickets, not for customers.
crm-ticket --policy policy.json --by target --where "ticket_id <> '4'" customers=customers.csv tickets.csv |
    cut -d, -f 1,2,18-20
# Without customers there is no tier.
crm-ticket -q --policy policy.json tickets.csv -o none.csv
echo $?
crm-ticket -q --by tier tickets.csv -o none.csv
echo $?
