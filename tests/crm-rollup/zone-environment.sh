# The machine's own zone changes nothing.
printf '%s\n' customer_id,date,amount a,2024-01-05T23:30:00Z,1 >orders.csv
TZ=Asia/Tokyo crm-rollup -q orders.csv | cut -d , -f 1-2
