# Regular to the day: 5 gaps of 8 days, 5 of 16, and c with one gap, of 16. Within customers gaps do not
# differ, so that a longer silence than the own gap is impossible (0), and a shorter one is certain.
# Silent: a 9 days, b 8, c 20.
cat >orders.csv <<'END'
customer_id,date,amount
a,2024-01-01,9
a,2024-01-09,9
a,2024-01-17,9
a,2024-01-25,9
a,2024-02-02,9
a,2024-02-10,9
b,2023-11-23,9
b,2023-12-09,9
b,2023-12-25,9
b,2024-01-10,9
b,2024-01-26,9
b,2024-02-11,9
c,2024-01-14,9
c,2024-01-30,9
END
crm-churn -q --g2 60 --as-of 2024-02-19 orders.csv | cut -d, -f 1-4,9-11
