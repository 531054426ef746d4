# --keep takes along the customer's latest value, behind the scores.
cat >orders.csv <<'END'
customer_id,date,amount,region,rep
a,2024-01-05,1,north,Wu
a,2024-01-07,1,,Zhao
b,2024-01-03,1,,
END
crm-score -q --keep rep,region orders.csv
crm-score --keep country orders.csv
