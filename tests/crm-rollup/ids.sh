# Ids are text: leading zeros, 19 digits; ".0" at the end of every id is a spreadsheet's doing, which
# --raw-ids leaves; an id without it among them is an error.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
007.0,1,2024-01-05,1
1234567890123456789.0,2,2024-01-06,2
END
crm-rollup orders.csv | cut -d , -f 1-2
crm-rollup -q --raw-ids orders.csv | cut -d , -f 1-2
echo 8,3,2024-01-07,4 >>orders.csv
crm-rollup -q orders.csv
