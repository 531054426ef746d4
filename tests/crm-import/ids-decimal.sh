# Proves that ".0" behind every id of a column is taken for a spreadsheet's doing and dropped, with a
# notice; --raw-ids keeps it; a column whose first id has none is left alone (2.0 is that customer's
# id); a later id that contradicts is fatal, both being shown.
printf 'customer_id,order_id,date,amount\n17.0,A1,2024-01-05,5\n18.0,2.0,2024-01-06,6\n' >orders.csv
crm-import orders.csv
crm-import -q --raw-ids orders.csv
printf 'customer_id,order_id,date,amount\n,1.0,2024-01-05,5\n17.0,2.0,2024-01-05,5\n18,3.0,2024-01-06,6\n' |
    crm-import --rejects rejects.csv
