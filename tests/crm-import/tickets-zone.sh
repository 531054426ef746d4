# Proves the times of tickets: with a zone --tz moves them, each with its own offset, and the day may
# change; without one, or without a time, they stay as written, in one form. 18:30Z is 02:30 of the next
# day in Shanghai; 09:30-05:00 is 14:30Z, 22:30.
cat >tickets.csv <<'END'
ticket_id,status,opened_at,first_response_at,resolved_at,closed_at
1,closed,2024-01-05T18:30:00Z,2024-01-05 09:30:00 -0500,2024-01-06 10:00,2024/1/7
2,open,2024-01-05T18:30:00.250Z,,,
END
crm-import -q tickets.csv
crm-import -q --tz Asia/Shanghai tickets.csv
