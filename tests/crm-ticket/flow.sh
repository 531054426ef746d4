# Two tickets, hours on the wall.
#   1  new 00:00, work 01:00 (Ann), pending 03:00 (Ann), work 07:00 (Bob), solved 08:00, work 10:00, solved 11:00
#   2  new 00:00, work 02:00 (Ann), work 03:00 (Bob), still at the latest time, 11:00
# new: 1 and 2 h. work: 2, 1 and 1 h that are over, and 9 that go on: total 13; ticket 1 was there three
# times, which is two loops. pending 4 h. In all before they were done 3 + 13 + 4 = 20 h: work .65. solved: 2 h until
# it was opened again; the last goes nowhere.
# p50 of work 1, p90 1 + .8 = 1.8: rank 1.8 of 1, 1, 2.
cat >events.csv <<'END'
ticket_id,at,status,agent,team
1,2024-01-01 00:00,new,,
1,2024-01-01 01:00,work,Ann,one
1,2024-01-01 03:00,pending,Ann,one
1,2024-01-01 07:00,work,Bob,one
1,2024-01-01 08:00,solved,,
1,2024-01-01 10:00,work,Bob,two
1,2024-01-01 11:00,solved,Bob,two
2,2024-01-01 00:00,new,,
2,2024-01-01 02:00,work,Ann,one
2,2024-01-01 03:00,work,Bob,one
END
crm-ticket --flow states events.csv
# Steps: new to work twice (1 and 2 h), work to pending and to solved, twice, of three.
crm-ticket -q --flow transitions events.csv
# Ann to Bob in both; one to two in the first.
crm-ticket -q --flow handovers events.csv
{ sed 1q events.csv; sed 1d events.csv | sort -r; } | crm-ticket -q -j 3 --block-size 60 --flow states >turned
crm-ticket -q --flow states events.csv | cmp - turned
