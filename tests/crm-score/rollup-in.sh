# A rollup keeps its columns and those that it does not know, in their order; scores are added.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-01,10
b,2,2024-01-05,20
b,3,2024-01-07,20
END
crm-rollup -q orders.csv | sed '1s/$/,region,note/; 2s/$/,north,/; 3s/$/,south,"a, b"/' >rollup.csv
crm-score rollup.csv
