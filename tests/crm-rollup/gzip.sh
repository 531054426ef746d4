# Compressed input is recognised by its bytes; an output named .gz is compressed, and the same each time.
printf '%s\n' customer_id,date,amount a,2024-01-05,1 >orders.csv
gzip -c orders.csv >orders
crm-rollup -q orders -o one.csv.gz
crm-rollup -q - -o two.csv.gz <orders
gzip -dc one.csv.gz
cmp one.csv.gz two.csv.gz && echo same
crm-rollup -q one.csv.gz | tail -n 1
