# Two currencies in one sum are an error that says what to do, in transactions and in rollups.
cat >orders.csv <<'END'
customer_id,date,amount,currency
a,2024-01-01,10,EUR
b,2024-01-02,5,USD
END
crm-rollup orders.csv
echo "status $?"
crm-rollup -q --by-currency orders.csv -o rollup.csv
crm-rollup rollup.csv
