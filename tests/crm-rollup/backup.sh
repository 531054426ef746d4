# --backup keeps what -o replaces, numbered.
printf '%s\n' customer_id,date,amount a,2024-01-05,1 >orders.csv
for i in 1 2 3; do
    crm-rollup -q orders.csv -o out.csv --backup
done
ls -A
