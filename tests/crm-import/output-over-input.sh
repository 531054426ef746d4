# Proves that a file can be cleaned in place: the input is read to its end before it is replaced.
printf 'Customer,Date,Sales\n1,2024/1/5,5\n' >orders.csv
crm-import -o orders.csv orders.csv
cat orders.csv
