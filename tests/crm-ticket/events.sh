# An event log gives what the same tickets give as rows. Hours 9 to 17 on weekdays; 2024-01-08 is a Monday.
#   1  opened 09:00, answered (in progress is no answer; waiting for the customer is) at 11:00; waits until
#      Tuesday 10:00; resolved Tuesday 11:00. Wall 26 h less 23 h of waiting = 3 h; business: 8 h of
#      Monday and 2 of Tuesday, less 11:00-17:00 and 09:00-10:00, 7 h, = 3 h. Due after 4 h of the clock that stands still: 2 h until Monday 11:00, 2 h from Tuesday 10:00:
#      12:00: met. Closed on Wednesday: that is no second resolution.
#   2  resolved after 1 h, opened again after 3, closed after 4: 4 h, reopened once; due after 4 h: met.
#   3  still open; waits since Monday 10:00: of its 4 h one is gone, and at the latest time, Wednesday 11:00,
#      3 h are left: due at 14:00.
cat >policy.json <<'END'
{"calendar": {"zone": "UTC", "week": {"monday-friday": ["09:00-17:00"]}},
 "service": {"targets": [{"name": "all", "first_response": "2h", "resolution": "4h"}]}}
END
cat >events.csv <<'END'
Case ID,Timestamp,Status,Assignee,Group
1,2024-01-08 09:00,New,,
3,2024-01-08 09:00,New,,
2,2024-01-08 12:00,Reopened,Eve,second
1,2024-01-09 11:00,Solved,Bob,first
1,2024-01-08 09:30,In progress,Ann,first
1,2024-01-08 11:00,Waiting for customer,Ann,first
1,2024-01-09 10:00,In progress,Bob,first
1,2024-01-10 11:00,Closed,,
2,2024-01-08 09:00,New,,
2,2024-01-08 10:00,Resolved,Ann,first
2,2024-01-08 13:00,Closed,Eve,second
3,2024-01-08 10:00,On hold,Ann,first
END
crm-ticket --policy policy.json --keep agent events.csv
crm-ticket -q --policy policy.json --by team events.csv | cut -d, -f 1-10,17,18,23-26,32,33
# The same as rows; what rows cannot say is that 1 and 3 waited.
cat >tickets.csv <<'END'
ticket_id,opened_at,first_response_at,resolved_at,closed_at,status,reopened
1,2024-01-08 09:00,2024-01-08 11:00,2024-01-09 11:00,2024-01-10 11:00,Closed,0
3,2024-01-08 09:00,2024-01-08 10:00,,,On hold,
2,2024-01-08 09:00,2024-01-08 10:00,,2024-01-08 13:00,Closed,yes
END
crm-ticket -q --policy policy.json tickets.csv | cut -d, -f 1,3-8,11-15
# Which words answer: now 1 was answered at 09:30. Rows in another order, other workers: the same.
sed 1d events.csv | sort -r | cat events.csv - | sed '2,13d' >turned.csv
crm-ticket -q --policy policy.json --responded 'in_progress' turned.csv | cut -d, -f 1,6 | sort
crm-ticket -q --policy policy.json events.csv | sort >one
crm-ticket -q --policy policy.json -j 3 --block-size 64 turned.csv | sort | cmp - one
# On Tuesday at 10:30 2 was done, 1 in progress again: due at 12:00; 3 h of 3 are left: 13:30.
crm-ticket --policy policy.json --as-of 2024-01-09 --at 10:30 events.csv | cut -d, -f 1,3-8,14,15
