# Proves that a sign beside amounts is told once where no column names the currency, and that two
# different ones cannot stand in one stream.
printf 'customer_id,date,amount\n1,2024-01-05,￥5\n2,2024-01-06,6\n3,2024-01-07,"¥1,000.50"\n' | crm-import
printf 'customer_id,date,amount\n1,2024-01-05,€5\n2,2024-01-06,5 EUR\n3,2024-01-07,£7\n' | crm-import --rejects rejects.csv
