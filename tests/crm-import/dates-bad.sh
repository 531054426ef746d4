# Proves what is wrong with a date, in words; each row is rejected with its place and the row as it
# stood. Texts that may be about a person are not shown.
cat >orders.csv <<'END'
order_id,date,customer_id,amount
0,2024-01-05,1,5
1,yesterday,1,5
2,2024-02-30,1,5
3,2023-02-29,1,5
4,2024-13-01,1,5
5,0000-01-01,1,5
6,5.1.24,1,5
7,2024-01-05 25:00,1,5
8,2024-01-05 24:00,1,5
9,2024-01-05 10:60,1,5
10,2024-01-05 10:30:60,1,5
11,2024-01-05 13:00 PM,1,5
12,2024-01-05 10,1,5
13,2024-01-05T10:30:07.1234,1,5
14,2024-01-05T10:30:07+25:00,1,5
15,2024-01-05x,1,5
16,45296,1,5
17,,1,5
18,"May 5, 2024",1,5
19,24年1月5日,1,5
20,2024-01-05T10:30:07.0000000000,1,5
END
crm-import -q --max-rejects 100% --rejects rejects.csv orders.csv
echo "status $?"
cat rejects.csv
