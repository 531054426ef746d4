# Of a rollup by day or month whole rows are taken or left: the refund of 03-02 stands in a row of its
# own without dates, and its period tells that it is outside.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-31,1
a,2,2024-02-01,2
a,3,2024-02-29,4
a,2,2024-03-02,-2
END
for by in day month; do
    crm-rollup -q --by $by orders.csv -o $by.csv
    crm-rollup --since 2024-02-01 --until 2024-02-29 $by.csv
done
