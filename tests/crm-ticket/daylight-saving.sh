# In Berlin the clocks went forward from 02:00 to 03:00 on 2024-03-31 and back on 2024-10-27. What goes by is
# counted: from 01:00 to 04:00 two hours in the one night and four in the other. Open around the clock
# but for that, from 00:00 to 06:00 on Sundays, business time is the same; 3 h from 01:00 are full at 05:00
# and at 03:00. A time with an offset is that instant: 23:30Z is 00:30 or 01:30 there.
cat >policy.json <<'END'
{"calendar": {"zone": "Europe/Berlin", "week": {"sunday": ["00:00-06:00"]}},
 "service": {"targets": [{"name": "night", "resolution": "3h"}]}}
END
cat >tickets.csv <<'END'
ticket_id,opened_at,closed_at
spring,2024-03-31 01:00,2024-03-31 04:00
autumn,2024-10-27 01:00,2024-10-27 04:00
zoned,2024-03-30T23:30:00Z,2024-03-31T04:30:00+02:00
END
crm-ticket -q --as-of 2024-10-27 --policy policy.json tickets.csv | cut -d, -f 1,4,8,9,14,15
# Without a policy a time without a zone is taken as it stands: 3 hours each.
crm-ticket -q --as-of 2024-10-27 tickets.csv | cut -d, -f 1,4,8
