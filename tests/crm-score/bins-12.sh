# Twelve bins over twelve customers, by rank: one each, in f too, where ties go by id.
awk 'BEGIN {
    print "customer_id,date,amount"
    for (c = 1; c <= 12; c++) printf "c%02d,2024-01-%02d,%d\n", c, c, c * c
}' | crm-score -q --bins 12 --method rank
