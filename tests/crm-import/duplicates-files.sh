# Proves that duplicates are rows, not bytes: customer 17 with order 18 in one file is not customer 18
# with order 17 in the other, whose columns stand in another order.
printf 'customer_id,order_id,date,amount\n17,18,2024-01-05,5\n' >one.csv
printf 'order_id,customer_id,date,amount\n17,18,2024-01-05,5\n' >two.csv
crm-import --drop-duplicates one.csv two.csv
