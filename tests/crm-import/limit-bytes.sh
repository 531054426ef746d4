# Proves the ceiling of the whole input, in decoded bytes: 24 + 15 + 15 = 54 under 55, 54 and 53. The
# whole rows before the ceiling are written.
printf 'customer_id,date,amount\n1,2024-01-05,5\n2,2024-01-06,6\n' >orders.csv
for most in 55 54 53; do
    crm-import -q --limit bytes=$most orders.csv
    echo " status $?"
done
gzip -nc orders.csv | crm-import -q --limit bytes=53
