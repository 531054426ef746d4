# Two of the sample company's tickets, from its log. Hours 09:00-12:00 and 13:30-18:00, 7.5 h a day.
#   GD0003  opened on Sunday 2024-09-29 13:54, worked instead of a day of the National Day: 4.1 h until 18:00,
#           7.5 on Monday, then the holidays, in which it was answered: 11.6 h. Five working days on: 09-30,
#           10-08, 09, 10, 11.
#   GD0005  opened on Saturday 10-12 12:39, worked as well: 4.5 h from 13:30, 7.5 on Monday, 1 h 10 m on
#           Tuesday until the answer: 13.1667; until Wednesday 09:55 4.5 + 7.5 +
#           7.5 + .91667 = 20.4167
crm-ticket --policy "$SAMPLES/policy.json" --where "ticket_id IN ('GD0003', 'GD0005')" \
    --keep 处理人,班组 "$SAMPLES/trading/tickets.csv"
