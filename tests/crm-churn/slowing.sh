# Fewer than 10 gaps tell no rhythm, so that the rate decides: 5 purchase days in 100 days and none in
# the next 100, (1/2)^5 = .03125. Below .03 it is not told.
cat >orders.csv <<'END'
customer_id,date,amount
a,2024-01-01,9
a,2024-01-21,9
a,2024-02-10,9
a,2024-03-01,9
a,2024-03-21,9
a,2024-04-10,9
END
crm-churn -q --g2 150 --window 100d --as-of 2024-07-19 orders.csv | cut -d, -f 1-4,9-13
crm-churn -q --g2 150 --window 100d --threshold 3% --as-of 2024-07-19 orders.csv | cut -d, -f 1-4,9-13
crm-churn --g1 10 --g2 99.5 --window 100d --as-of 2024-07-19 orders.csv
