# Proves that one date with a day above 12, wherever it stands, settles what 5/1/2024 means for all
# rows, those before it as well.
printf 'customer_id,date,amount\n1,5/1/2024,5\n2,6/6/2024,5\n3,13/1/2024,5\n' >dmy.csv
printf 'customer_id,date,amount\n1,5/1/2024,5\n2,6-6-2024,5\n3,1/13/2024 09:30,5\n' >mdy.csv
printf 'customer_id,date,paid_at,amount\n1,5/1/2024,2024-01-06,5\n2,6/1/2024,31/1/2024,5\n' >other.csv
crm-import -q dmy.csv
crm-import -q mdy.csv
crm-import -q other.csv
