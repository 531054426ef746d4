# Euros and yen are not added up: one has to be chosen. Yen have no decimals.
cat >orders.csv <<'END'
customer_id,date,amount,currency
a,2024-01-10,100,EUR
a,2024-02-10,4000,JPY
b,2024-02-11,50,EUR
END
crm-cohort orders.csv
echo $?
crm-cohort -q --currency EUR orders.csv
crm-cohort --currency JPY orders.csv
crm-cohort -q --currency euros orders.csv
echo $?
