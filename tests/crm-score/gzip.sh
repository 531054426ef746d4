# Compressed in, compressed out.
printf '%s\n' customer_id,date,amount a,2024-01-05,1 | gzip >orders
crm-score -q orders -o scores.csv.gz
gzip -dc scores.csv.gz
