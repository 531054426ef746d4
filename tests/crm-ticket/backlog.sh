# Mondays: 2024-01-01 and on. Weeks end at midnight of the next Monday.
#   1  opened 01-01 00:00, resolved 01-10 00:00     at the end of week 1 open for 168 h
#   2  opened 01-03 00:00, resolved 01-04 00:00
#   3  opened 01-07 00:00, open                     24 h, 192 h, 264 h at the latest time, 01-18 00:00
#   4  opened 01-16 00:00, resolved 01-18 00:00
# Week 1: 3 opened, 1 resolved, ages 24 and 168: median 96, p90 24 + .9 x 144 = 153.6. Week 2: 0 and 1.
# Week 3: 1 and 1.
cat >tickets.csv <<'END'
ticket_id,opened_at,resolved_at,status
1,2024-01-01 00:00,2024-01-10 00:00,
2,2024-01-03 00:00,2024-01-04 00:00,
3,2024-01-07 00:00,,
4,2024-01-16 00:00,2024-01-18 00:00,
5,2024-01-16 00:00,,Closed
END
crm-ticket --backlog tickets.csv
crm-ticket -q --backlog --per month --as-of 2024-02-29 --unit minutes tickets.csv
# In business time, 8 hours on weekdays: at the end of week 1 the first is 5 days old, 40 h, the third 0.
echo '{"calendar": {"zone": "UTC", "week": {"monday-friday": ["09:00-17:00"]}}}' >policy.json
crm-ticket -q --backlog --policy policy.json tickets.csv | sed -n 2p
crm-ticket -q --backlog --policy policy.json --clock wall tickets.csv | sed -n 2p
