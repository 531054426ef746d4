# Rollups carry their sums into the merge; transactions beside them have to have the column.
cat >jan.csv <<'END'
customer_id,date,amount,quantity
a,2024-01-01,10,2
a,2024-01-03,20,3
END
crm-rollup -q --sum quantity jan.csv -o jan-rollup.csv
sed 's/2024-01/2024-02/' jan.csv | crm-rollup -q jan-rollup.csv -
sed 's/quantity/pieces/' jan.csv >pieces.csv
crm-rollup jan-rollup.csv pieces.csv
