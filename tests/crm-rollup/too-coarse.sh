# A rollup cannot be made finer: the message says which --by it needs.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-01,1
END
crm-rollup -q orders.csv -o all.csv
crm-rollup -q --by month orders.csv -o month.csv
crm-rollup --by month all.csv
echo "status $?"
crm-rollup --by day month.csv
