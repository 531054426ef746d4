# --where takes the rows for which an SQL condition holds, before anything is summed, and counts the rest.
cat >orders.csv <<'END'
customer_id,order_id,date,amount,Sales Region
a,1,2024-01-05,10,north
a,2,2024-01-06,20,south
b,3,2024-01-07,5,north
END
crm-score --where "\"Sales Region\" = 'north'" orders.csv
crm-rollup -q orders.csv | crm-score -q --where 'orders > 1' | cut -d , -f 1,16-
crm-score --where "region = 'north'" orders.csv
