# Proves that a row with more or fewer fields than the header stops the run, at the first field too
# many, or at the end of the row that is short.
printf 'customer_id,date,amount\n1,2024-01-05,5\n2,2024-01-06,6,7\n' >long.csv
crm-import -q long.csv
echo " status $?"
printf 'customer_id,date,amount\n1,2024-01-05,5\n2,2024-01-06\n' >short.csv
crm-import -q short.csv
