# Proves --decimal ,: the comma is the decimal sign, point, blank and apostrophe stand before thousands.
cat >orders.csv <<'END'
customer_id;date;amount;quantity
1;2024-01-05;1.234,56;1,5
1;2024-01-05;1 234,56;2
1;2024-01-05;12,5;0,25
1;2024-01-05;1.234;3
1;2024-01-05;1'234,50;4
END
crm-import -q --decimal , orders.csv
printf 'customer_id;date;amount\n1;2024-01-05;1,234.56\n' | crm-import -q --decimal ,
