# By the rule of R's rfm the cuts are 1 higher (2, 2, 2.4, 3.2) and belong to the score above: 1 is 1,
# 2 is 3, 3 is 4, 5 and 9 are 5: score 2 cannot be reached.
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
crm-score --explain --method rfm orders.csv >scores.csv 2>err
awk -F , 'NR > 1 { n[$3 " orders: f " $6]++ }
    END { for (i in n) print i ", " n[i] " customers" }' scores.csv | LC_ALL=C sort
grep '^crm-score: \(warning: \)\{0,1\}f[: ]' err
