# "left" means that a value at a cut is above it: m = 10 is 2, not 1.
printf '%s\n' customer_id,date,amount a,2024-01-01,10 b,2024-01-02,20 >orders.csv
for closed in left right; do
    printf '{"r":[1],"f":[1],"m":[10,20],"closed":"%s"}\n' $closed >cuts.json
    crm-score -q --thresholds cuts.json orders.csv
done
