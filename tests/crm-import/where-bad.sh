# Proves that a condition that does not compile is a usage error: no such column, text in double
# quotes, a function that asks the clock, two statements, nothing; nothing is written before.
printf 'customer_id,date,amount\n1,2024-01-05,5\n' >orders.csv
for condition in 'spend > 3' 'amount >' 'date < current_date' 'random() > 0' \
    'amount > 1; select 1' ''
do
    crm-import -q --where "$condition" orders.csv
    echo "status $?"
done
crm-import -q --where 'customer_id = "anna"' orders.csv 2>err
echo "status $?"
grep -c 'no such column' err
