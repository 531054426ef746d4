# Proves that -o replaces a file only when all went well: an error leaves the old one and no
# temporary beside it, and says nothing on stdout.
echo old >out.csv
printf 'customer_id,date,amount\n1,2024-01-05,5\n2,2024-01-06,?\n' >bad.csv
crm-import -q -o out.csv bad.csv
echo "status $?"
cat out.csv
sed -i 's/?/6/' bad.csv
crm-import -q -o out.csv bad.csv
echo "status $?"
cat out.csv
ls -A
