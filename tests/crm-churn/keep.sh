# Kept columns stand behind the others: the value of the latest row that has one. Lines of one day are
# one purchase day, and refunds are none: 2 days, 19 silent. Two such customers tell no model.
cat >orders.csv <<'END'
customer_id,order_id,date,amount,name,city
a,1,2024-01-01,10,Ann,York
a,2,2024-01-11,10,Anne,
a,2,2024-01-11,5,,
a,2,2024-01-20,-5,,
b,3,2024-01-30,10,Bob,Bath
END
crm-churn --keep city,name --as-of 2024-01-30 orders.csv
