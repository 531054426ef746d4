# Times that stand as YYYY-MM-DD HH:MM:SS, in order, are read by themselves; rows that are otherwise, and
# columns of conditions that no row had before, the long way: to the same figures, mixed in any way.
#   x   first response 1 h and 3 h: mean 2; resolution 4 h and 24 h: mean 14
#   y   one open since 2024-03-05 00:00, until 09:00 as that is the latest time: 9 h old; one answered
#       before it was opened (unknown), resolved in 2 h; all: resolution (4 + 24 + 2) / 3 = 10
# Targets: high in 2 h, others in 4: of x 1 h (high) and 3 h are met, of y the open one is in breach.
cat >plain.csv <<'END'
ticket_id,opened_at,first_response_at,resolved_at,status,team,priority
1,2024-03-04 09:00:00,2024-03-04 10:00:00,2024-03-04 13:00:00,closed,x,high
2,2024-03-04T09:00:00,2024-03-04 12:00:00,2024-03-05 09:00:00,closed,x,normal
3,2024-03-05 00:00:00,,,open,y,high
4,2024-03-04 09:00:00,2024-03-04 08:59:59,2024-03-04 11:00:00,closed,y,normal
END
cat >other.csv <<'END'
ticket_id,opened_at,first_response_at,resolved_at,status,team,priority
1,2024/3/4 9:00,"2024-03-04 10:00:00",2024-03-04 13:00:00,closed,x,high
2,2024-03-04 09:00:00Z,2024-03-04 14:00:00+02:00,2024-03-05 09:00:00.000,Closed, x ," normal"
3,2024-03-05,,, open ,y,high
4,2024-03-04 09:00,2024-03-04 08:59:59,20240304 11:00,closed,y,normal
END
cat >policy.json <<'END'
{"service": {"targets": [
  {"name": "high", "when": "priority = 'high'", "first_response": "2h", "resolution": "1d"},
  {"name": "other", "first_response": "4h", "resolution": "1d"}]}}
END
for file in plain other; do
    crm-ticket -q --by team --policy policy.json $file.csv -o $file.by
    crm-ticket -q --by team,target --per week --policy policy.json $file.csv -o $file.week
done
cmp plain.by other.by && cmp plain.week other.week && echo same
crm-query -q "SELECT team, tickets, open, backlog_age_p50, first_response_mean, first_response_unknown,
    first_response_met, first_response_breached, resolution_mean FROM by" by=plain.by
# In one file, plain rows before and behind the others; whoever reads them.
awk 'FNR > 1 || NR == 1' plain.csv other.csv plain.csv >all.csv
for jobs in 1 3; do
    crm-ticket --by team -j $jobs all.csv 2>&1 >all.$jobs | sed 1,2d
done
cmp all.1 all.3 && cut -d , -f 1-3 all.1
