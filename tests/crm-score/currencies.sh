# Two currencies are an error; --by-currency scores each by itself, --currency one of them.
# EUR 10, 20, 30: cut at 14, 18, 22, 26. USD 1000 alone is 1.
cat >orders.csv <<'END'
customer_id,date,amount,currency
a,2024-01-01,10,EUR
b,2024-01-02,20,EUR
c,2024-01-03,30,EUR
a,2024-01-03,1000,USD
END
crm-score orders.csv
echo " status $?"
crm-score -q --by-currency orders.csv
crm-score --currency EUR orders.csv
