# Twelve customers who bought to the last day: nobody is seen to leave. The likelihood rises without end
# as they stay for ever; the prior holds it, which is said, and there are no standard errors and no
# intervals.
awk 'BEGIN {
    print "customer_id,date,amount"
    for (i = 1; i <= 12; i++) {
        for (d = 1; d <= 28; d += 1 + i % 4) printf "%d,2024-02-%02d,%d\n", i, d, 10 + i + d % 5
        printf "%d,2024-02-29,%d\n", i, 5 + i
    }
}' >orders.csv
for model in mbg bg pareto; do
    crm-score --clv --intervals --model $model --save-model model.json orders.csv 2>&1 >scores.csv |
        grep 'weak prior'
    awk -F, 'NR > 1 && $17 > 0.99 && $18 > 50 { n++ } NR > 1 && $23 $24 $25 $26 != "" { bad++ }
        END { print n, bad + 0 }' scores.csv
    jq -c '[.lifetime.standard_errors[]], .lifetime.covariance_of_logs' model.json
done
