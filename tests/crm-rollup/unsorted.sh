# Rollups pass by as streams and have to be sorted bytewise, as this command writes them.
crm-rollup -q <<'END' | { read -r head; echo "$head"; sort -r; } >unsorted.csv
customer_id,date,amount
a,2024-01-01,1
b,2024-01-01,1
c,2024-01-01,1
END
crm-rollup unsorted.csv
