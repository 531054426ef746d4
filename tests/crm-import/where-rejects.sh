# Proves that a value that the condition needs and that cannot be read makes a bad row, which stops
# the run or is rejected; a bad value that it does not need goes with the row that is left out.
printf 'customer_id,date,amount,quantity\n1,2024-01-05,x,1\n2,2024-01-06,6,1\n3,2024-01-07,x,2\n4,2024-01-08,8,2\n' >orders.csv
crm-import -q --where 'amount > 7' orders.csv
echo " status $?"
crm-import --where 'amount > 7' --rejects rejects.csv --max-rejects 2 orders.csv
echo "status $?"
crm-import --where 'quantity > 1' --rejects rejects.csv --max-rejects 2 orders.csv
echo "status $?"
