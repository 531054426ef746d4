# Proves that a NUL byte is fatal at its place, in a row, in the header and between quotes: "2,20" is
# four characters, so it stands at column 5.
printf 'customer_id,date,amount\n1,2024-01-05,5\n2,20\00024-01-06,6\n' >row.csv
crm-import -q row.csv
echo " status $?"
printf 'customer_id,da\000te,amount\n1,2024-01-05,5\n' >header.csv
crm-import -q header.csv
echo " status $?"
printf 'customer_id,date,amount,note\n1,2024-01-05,5,"a\000"\n' >quoted.csv
crm-import -q quoted.csv
