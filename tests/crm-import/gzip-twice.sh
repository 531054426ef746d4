# Proves that a file compressed twice is named as such.
printf 'customer_id,date,amount\n1,2024-01-05,5\n' | gzip -nc | gzip -nc >orders.csv.gz
crm-import orders.csv.gz
