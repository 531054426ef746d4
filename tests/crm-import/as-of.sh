# Proves --as-of DATE: later rows are excluded and counted with what they bring, 7 - 2 = 5 (the open
# one nothing); the day itself stays, to its last second; data (the default) excludes nothing.
cat >orders.csv <<'END'
customer_id,date,amount,status
1,2024-01-31 23:59:59,5,paid
2,2024-02-01,7,paid
3,2024-02-02,-2,paid
4,2024-02-03,9,pending
END
crm-import --as-of 2024-01-31 orders.csv
crm-import --as-of 31.1.2024 -q orders.csv
crm-import --as-of data orders.csv | wc -l
