# Two currencies are not added up: one has to be chosen.
cat >orders.csv <<'END'
customer_id,date,amount,currency
a,2024-01-10,100,EUR
a,2024-02-10,4000,JPY
b,2024-02-11,50,EUR
END
crm-churn orders.csv -o none.csv
echo $?
crm-churn -q --currency EUR orders.csv | cut -d, -f 1-9
crm-churn -q --currency JPY orders.csv | cut -d, -f 1-9
