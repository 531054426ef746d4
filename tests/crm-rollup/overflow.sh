# Sums are checked: 900 + 30 trillion does not fit in 64 bits of 1/10000 (922,337,203,685,477.5807).
# Just below is exact.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-10,900000000000000
a,2,2024-01-11,30000000000000
END
crm-rollup orders.csv
echo "status $?"
sed 's/30000000000000$/22337203685477.5807/' orders.csv >fits.csv
crm-rollup -q fits.csv
