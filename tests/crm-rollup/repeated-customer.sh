# One rollup that holds a customer twice, in periods of years, is merged like two.
crm-rollup -q --by year -o years.csv <<'END'
customer_id,date,amount
a,2022-05-01,1
a,2023-05-01,2
END
crm-rollup years.csv
