# Proves that --backup keeps each file that -o replaces, numbered, and makes none where there was none.
printf 'customer_id,date,amount\n1,2024-01-05,5\n' >orders.csv
for n in 1 2 3; do
    sed -i "2s/[0-9]*\$/$n/" orders.csv
    crm-import -q -o out.csv --backup orders.csv
done
tail -n 1 out.csv*
