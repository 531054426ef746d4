# What frequency counts: a has 2 orders on 2 days in 4 rows; b 3 orders on one day in 3 rows.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-01,1
a,1,2024-01-01,1
a,2,2024-01-03,1
a,2,2024-01-03,1
b,3,2024-01-02,1
b,4,2024-01-02,1
b,5,2024-01-02,1
END
for unit in auto order day row; do
    echo "$unit: $(crm-score -q --unit $unit orders.csv | cut -d , -f 1,3 | tail -n +2 | tr '\n' ' ')"
done
crm-score --unit week
