# Proves that an empty status is an error as an unknown one is, and that --status =STATE, as the
# message says, settles it.
printf 'customer_id,date,amount,status\n1,2024-01-05,5,paid\n2,2024-01-06,6,\n' >orders.csv
crm-import -q orders.csv
echo " status $?"
crm-import -q --status =open orders.csv
