# One currency in all rows: its decimals; up to 4 where the value needs them; 2 without a currency.
for currency in JPY KWD CNY; do
    printf '%s\n' customer_id,date,amount,currency a,2024-01-01,12.5,$currency \
        b,2024-01-01,100,$currency c,2024-01-01,0.0001,$currency >orders.csv
    crm-rollup -q orders.csv | cut -d , -f 1-2,11-12
done
printf '%s\n' customer_id,date,amount a,2024-01-01,1200 | crm-rollup -q | cut -d , -f 1,10
