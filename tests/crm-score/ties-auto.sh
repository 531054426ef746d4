# 100 customers with 60 x 1, 20 x 2, 10 x 3, 6 x 5 and 4 x 9 orders. More than a fifth have the smallest
# count: they score 1, the 40 others are cut in four: ranks 9.75, 19.5 and 29.25 of 0 to 39 give 2, 2.5
# and 3.5. So 1 is 1, 2 is 2, 3 is 4 and 5 and 9 are 5; score 3 is empty, which a warning tells.
cat >orders.awk <<'END'
function some(count, orders) {
    for (; count > 0; count--) {
        n++
        for (o = 1; o <= orders; o++) printf "c%03d,%d,2024-01-01,10\n", n, o
    }
}
BEGIN {
    print "customer_id,order_id,date,amount"
    some(60, 1); some(20, 2); some(10, 3); some(6, 5); some(4, 9)
}
END
awk -f orders.awk >orders.csv
crm-score orders.csv >scores.csv
awk -F , 'NR > 1 { n[$3 " orders: f " $6]++ }
    END { for (i in n) print i ", " n[i] " customers" }' scores.csv | LC_ALL=C sort
