# Proves that what a file's data settle holds for that file: one has the day first, the other the
# month; one has ids with .0, the other not.
printf 'customer_id,date,amount\n1.0,13/2/2024,5\n1.0,1/2/2024,5\n' >one.csv
printf 'customer_id,date,amount\n2,2/13/2024,5\n2,2/1/2024,5\n' >two.csv
crm-import one.csv two.csv
