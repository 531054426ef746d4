# --where takes the rows for which an SQL condition holds and counts the others; in a rollup, its rows.
# A row that is left out is not looked at further: its empty amount is no error.
cat >orders.csv <<'END'
customer_id,order_id,date,amount,Sales Region
a,1,2024-01-05,10,north
a,2,2024-01-06,20,south
b,3,2024-01-07,,north
END
crm-rollup --where "\"Sales Region\" = 'north' and amount > 5" orders.csv
crm-rollup -q --by month --where 'amount > 0' orders.csv -o month.csv
crm-rollup --where 'days > 2' month.csv
