# Eight customers in three scores: the ranks 0 to 7 are cut at 7/3 and 14/3, so 3, 2 and 3 customers.
# Orders of 10, 20 ... 80; a is the oldest.
awk 'BEGIN {
    print "customer_id,date,amount"
    for (c = 1; c <= 8; c++) printf "%c,2024-01-%02d,%d0\n", 96 + c, c, c
}' >orders.csv
crm-score --bins 3 --method rank orders.csv
