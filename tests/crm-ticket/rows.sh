# A row a ticket, office hours Monday to Friday 09:00 to 17:00. 2024-01-05 is a Friday.
#   1  opened Friday 16:00, answered 16:30: 0.5 h on both clocks. Resolved Monday 10:00: wall 2 d 18 h =
#      66 h, business 1 (Friday) + 1 (Monday) = 2 h. Due: 2 h of the office are full on Friday 17:00 and
#      Monday 10:00: it was just in time. The answer was due after 1 h, Friday 17:00.
#   2  opened Saturday 12:00: the clock starts on Monday 09:00; due 10:00 and 11:00. Answered 10:01:
#      wall 46 h 1 m = 46.0167, business 1 h 1 m = 1.01667: breached. Still open at the latest
#      time, Monday 10:30: due at 11:00, so open.
#   3  urgent, on the wall: due 30 minutes and 4 h after Friday 22:00. No answer, closed on Saturday 01:00
#      after 3 h: met, and business 0; that nobody answered by 22:30 is a breach.
#   4  waits, by its status; answered at once. Opened Friday 09:00, due 10:00 and 11:00: overdue.
cat >policy.json <<'END'
{"calendar": {"zone": "UTC", "week": {"monday-friday": ["09:00-17:00"]}},
 "service": {"targets": [
   {"name": "urgent", "when": "priority = 'urgent'", "first_response": "30m", "resolution": "4h",
    "clock": "wall"},
   {"name": "normal", "first_response": "1h", "resolution": "2h"}]}}
END
cat >tickets.csv <<'END'
Ticket No,Customer No,Opened,First Response,Resolved,Closed,Status,Priority,Subject
1,c1,2024-01-05 16:00,2024-01-05 16:30,2024-01-08 10:00,,Solved,normal,"late, again"
2,c2,2024-01-06 12:00,2024-01-08 10:01,,,In Progress,normal,broken
3,c1,2024-01-05 22:00,,,2024-01-06 01:00,Closed,urgent,fire
4,,2024-01-05 09:00,2024-01-05 09:00,,2024-01-08 10:30,pending,normal,
END
sed 's/,2024-01-08 10:30,pending/,,pending/' tickets.csv >open.csv
crm-ticket --policy policy.json -t jsonl open.csv
# Nothing is later than 10:01 there; with the day and the time given, 2 is overdue at 11:01, not at 11:00.
for at in 11:00 11:01; do
    crm-ticket -q --policy policy.json --as-of 2024-01-08 --at $at open.csv | sed -n '3s/.*normal,//p'
done
# In minutes, with a column kept, and 4 closed at the latest time: nothing else is in business time.
crm-ticket --unit minutes --keep Subject,priority tickets.csv
