# Proves that where only the order's total is known it stays what it is, on each of the order's rows:
# who adds it up once an order is the command that counts orders.
printf 'Customer,Order No,Date,Total,Item\n1,A,2024-01-05,"1,000",tea\n1,A,2024-01-05,1000,pot\n1,B,2024-01-06,,cup\n' >orders.csv
crm-import -q orders.csv
