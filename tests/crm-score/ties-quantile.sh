# The same by plain quantiles: ranks 19.8, 39.6, 59.4 and 79.2 of 0 to 99 give the cuts 1, 1, 1.4, 2.2.
# One is 1, two lies above three cuts and is 4, all else 5: ties leave scores 2 and 3 empty.
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
crm-score --explain --method quantile orders.csv >scores.csv 2>err
awk -F , 'NR > 1 { n[$3 " orders: f " $6]++ }
    END { for (i in n) print i ", " n[i] " customers" }' scores.csv | LC_ALL=C sort
grep '^crm-score: \(warning: \)\{0,1\}f[: ]' err
