# By rank 20 customers have each score, and ties are broken by id: of 60 with one order the first 20
# score 1, the next 20 score 2, the last 3.
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
crm-score -q --method rank orders.csv >scores.csv
awk -F , 'NR > 1 { n[$3 " orders: f " $6]++ }
    END { for (i in n) print i ", " n[i] " customers" }' scores.csv | LC_ALL=C sort
grep -e '^c020' -e '^c021' -e '^c040' -e '^c041' -e '^c060' scores.csv
