# What has to be done next. It is Tuesday 2024-01-09 10:00; hours 9 to 17 on weekdays. All targets: answer
# after 1 h, resolve after 8 h; urgent ones by the wall after 30 minutes and 4 h.
#   1  opened Monday 09:00, answered: resolution due Monday 17:00, 1 h ago in business time (09:00-10:00)
#   2  opened Tuesday 09:30: answer due 10:30, in .5 h; resolution 8 h on, Wednesday 09:30: 7 h + .5 h = 7.5
#   3  urgent, opened Tuesday 08:00, no answer: due 08:30, 1.5 h ago; resolution due 12:00, in 2 h
#   4  is resolved; 5 has no target
cat >policy.json <<'END'
{"calendar": {"zone": "UTC", "week": {"monday-friday": ["09:00-17:00"]}},
 "service": {"targets": [
   {"name": "urgent", "when": "priority = 'urgent'", "first_response": "30m", "resolution": "4h",
    "clock": "wall"},
   {"name": "all", "when": "priority <> 'none'", "first_response": "1h", "resolution": "8h"}]}}
END
cat >tickets.csv <<'END'
ticket_id,customer_id,opened_at,first_response_at,resolved_at,priority,agent,team
2,b,2024-01-09 09:30,,,normal,,south
1,a,2024-01-08 09:00,2024-01-08 09:10,,normal,Ann,north
3,a,2024-01-09 08:00,,,urgent,Bob,north
4,a,2024-01-08 09:00,,2024-01-08 12:00,normal,Ann,north
5,a,2024-01-08 09:00,,,none,Ann,north
END
crm-ticket --policy policy.json --due --as-of 2024-01-09 --at 10:00 --keep priority tickets.csv
# Of a log: the agent who has it now; it waits since Monday 10:00, so of 8 h 7 are left from now on: Tuesday
# 10:00 to 17:00.
cat >events.csv <<'END'
ticket_id,at,status,agent,team,priority
1,2024-01-08 09:00,new,,first,normal
1,2024-01-08 10:00,pending,Ann,first,
1,2024-01-08 11:00,pending,Eve,second,
END
crm-ticket -q --policy policy.json --due --as-of 2024-01-09 --at 10:00 --unit minutes events.csv
# Without targets nothing is due.
crm-ticket --due tickets.csv
