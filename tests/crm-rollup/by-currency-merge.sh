# Rollups with a currency column merge customer by customer and currency by currency.
cat >jan.csv <<'END'
customer_id,date,amount,currency
a,2024-01-01,10,USD
a,2024-01-03,20,EUR
END
cat >feb.csv <<'END'
customer_id,date,amount,currency
a,2024-02-01,1,USD
b,2024-02-03,2,EUR
END
crm-rollup -q --by-currency jan.csv -o jan-rollup.csv
crm-rollup -q --by-currency --by month feb.csv -o feb-rollup.csv
crm-rollup -q --by-currency jan-rollup.csv feb-rollup.csv
crm-rollup --currency USD jan-rollup.csv feb-rollup.csv
