# Without order ids frequency counts purchase days, unless rows are asked for.
cat >orders.csv <<'END'
customer_id,date,amount
a,2024-01-01,1
a,2024-01-01,1
a,2024-01-03,1
END
for unit in auto order day row; do
    echo "$unit: $(crm-score -q --unit $unit orders.csv | cut -d , -f 1,3 | tail -n +2)"
done
