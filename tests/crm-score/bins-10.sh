# Ten bins: scores above 9 need a sign between them in rfm, in every row.
awk 'BEGIN {
    print "customer_id,date,amount"
    for (c = 1; c <= 20; c++) printf "c%02d,2024-01-%02d,%d\n", c, c, c
}' | crm-score -q --bins 10 --method quantile
