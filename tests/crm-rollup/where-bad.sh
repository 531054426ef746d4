# A column that is not there, a broken condition and a second statement.
printf '%s\n' customer_id,date,amount a,2024-01-05,1 >orders.csv
for condition in "region = 'north'" 'amount >' 'amount > 1; drop table x'; do
    crm-rollup --where "$condition" orders.csv
    echo "status $?"
done
