# Proves that nothing in a file's name can close the mark's quote or its line.
printf 'customer_id,date,amount\n2,2024-01-06,x\n' >'a"b,
c.csv'
crm-import -q 'a"b,
c.csv' 2>err
