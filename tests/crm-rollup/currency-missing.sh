# A row without currency among rows that have one is not taken for the same currency.
cat >orders.csv <<'END'
customer_id,date,amount,currency
a,2024-01-01,10,CNY
a,2024-01-02,5,
END
crm-rollup orders.csv
