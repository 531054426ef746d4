# Signs beside amounts, without a currency column: two signs are two currencies. A sign that
# contradicts the currency column is an error too.
cat >signs.csv <<'END'
customer_id,date,amount
a,2024-01-01,€10
a,2024-01-02,£5
END
crm-rollup signs.csv
echo "status $?"
cat >contradiction.csv <<'END'
customer_id,date,amount,currency
a,2024-01-01,€10,EUR
a,2024-01-02,£5,EUR
END
crm-rollup contradiction.csv
