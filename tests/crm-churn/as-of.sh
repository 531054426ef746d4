# What comes behind the day is not known: on the 15th of January a has bought on one day, 14 days ago,
# longer than 12, and b 10 days ago. Without --as-of it is the latest day of the data, on which a bought
# again, and b was silent for 15.
cat >orders.csv <<'END'
customer_id,date,amount
a,2024-01-01,10
a,2024-01-20,10
b,2024-01-05,10
END
crm-churn --g2 12 --as-of 2024-01-15 orders.csv 2>notices.txt | cut -d, -f 1-4,6-9,17
tail -n 1 notices.txt
crm-churn --g2 12 orders.csv 2>notices.txt | cut -d, -f 1-4,6-9,17
head -n 1 notices.txt
