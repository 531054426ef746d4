# Proves that --lenient gives the strict bytes on a strict file, line numbers in errors included, and
# still refuses a quote that is never closed.
crm-import -q "$SAMPLES/shop/orders.csv" >strict
crm-import -q --lenient "$SAMPLES/shop/orders.csv" | cmp - strict
printf 'customer_id,date,amount,note\n\n1,2024-01-05,5,"a\n\nb"\n\n2,2024-01-06,six,c\n' >bad.csv
crm-import -q --lenient bad.csv
echo " status $?"
printf 'customer_id,date,amount,note\n1,2024-01-05,5,"a\n2,2024-01-06,6,c\n' >open.csv
crm-import -q --lenient open.csv
