# Ten customers, figures 1 to 10: cuts at 2.8, 4.6, 6.4 and 8.2 (1 + 9 x 0.2, ...), so two customers a
# score. k has the oldest last order (9 days) and the least of the rest, t the newest; f is quantiles
# too, since only one customer of ten has the smallest frequency.
awk 'BEGIN {
    print "customer_id,order_id,date,amount"
    for (c = 1; c <= 10; c++)
        for (o = 1; o <= c; o++)
            printf "%c,%d-%d,2024-01-%02d,%d\n", 106 + c, c, o, c, 10
}' >orders.csv
crm-score orders.csv
