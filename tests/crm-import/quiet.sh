# Proves that -q silences notices and warnings but no errors.
printf 'customer_id,date,amount\n1,2024-01-05,5\n1,2024-01-05,5\n' >good.csv
printf 'customer_id,date,amount\n1,2024-01-05,x\n' >bad.csv
crm-import -q --lenient good.csv
crm-import --quiet bad.csv
