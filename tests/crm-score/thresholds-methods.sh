# The round trip of each rule that has thresholds, on data with ties at the cuts.
awk 'BEGIN {
    print "customer_id,order_id,date,amount"
    for (c = 1; c <= 6; c++) for (o = 1; o <= c; o++)
        printf "c%d,%d,2024-01-0%d,%d\n", c, o, (c + 1) / 2, c
}' >orders.csv
for method in auto quantile rfm; do
    crm-score -q --method $method --save-thresholds cuts.json orders.csv >scores.csv
    cat cuts.json
    crm-score -q --thresholds cuts.json orders.csv | cmp - scores.csv && echo same scores
done
crm-score -q --breaks r=1,2 --breaks f=2,4 --save-thresholds cuts.json orders.csv >scores.csv
cat cuts.json
crm-score -q --thresholds cuts.json orders.csv | cmp - scores.csv && echo same scores
