# Two teams. Resolution of A: 1, 2, 3 h, and two open for 2 and 10 h at the latest time, 2024-01-01 10:00;
# of B: 8 h.
#   naive   mean (1 + 2 + 3) / 3 = 2, p50 2, p90 at rank 1.8: 2 + 0.8 = 2.8
#   KM      S(1) = 4/5, S(2) = 4/5 3/4 = 3/5, S(3) = 3/5 1/2 = 3/10: p50 3, no p90.
#           Lower limit of S(1): ln S = -.22314, sum d / (n (n - d)) = 1/20; .8^exp(1.96 .22361 / .22314)
#           = .8^7.128 = .204: at most .5, so the median's lower limit is 1; no upper one: that of S(3) is
#           .3^exp(-1.96 .79582 / 1.20397) = .3^.2738 = .719, by the sum 1/20 + 1/12 + 1/2 = .63333
#   backlog the open ones of 2 and 10 h: median 6
# First answers of A after 0.5, 0.5, 1 h; the fourth has none, the fifth neither: open at 2 and 10 h.
# In all, 1, 2, 3, 8: mean 3.5, p50 2.5, p90 at rank 2.7: 3 + .7 x 5 = 6.5; S(8) = S(3) x 1/2: with 6
# tickets S(1) = 5/6, S(2) = 4/6, S(3) = 4/6 2/3 = 4/9: p50 3; S(8) = 4/9 1/2 = 2/9.
cat >tickets.csv <<'END'
ticket_id,opened_at,first_response_at,resolved_at,status,team
1,2024-01-01 00:00,2024-01-01 00:30,2024-01-01 01:00,closed,A
2,2024-01-01 01:00,2024-01-01 01:30,2024-01-01 03:00,closed,A
3,2024-01-01 02:00,2024-01-01 03:00,2024-01-01 05:00,closed,A
4,2024-01-01 08:00,,,open,A
5,2024-01-01 00:00,,,open,A
6,2024-01-01 02:00,2024-01-01 02:00,2024-01-01 10:00,closed,B
END
crm-ticket --by team -t jsonl tickets.csv
# The same in minutes, alone, is the total.
crm-ticket -q --per year --unit minutes tickets.csv | cut -d, -f 1-4,9-12,23-27
