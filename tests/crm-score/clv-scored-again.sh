# A rollup that was scored is scored again: the columns of lifetime value are replaced in their place, as
# those of the scores are, and each is named.
awk 'function draw(n) { s = s * 16807 % 2147483647; return s % n }
function date(d, m) { for (m = 1; d >= len[m]; m++) d -= len[m]; return sprintf("2023-%02d-%02d", m, d + 1) }
BEGIN {
    s = 7
    split("31 28 31 30 31 30 31 31 30 31 30 31", len)
    print "customer_id,date,amount"
    for (i = 1; i <= 30; i++) {
        day = draw(90); often = 4 + draw(40) * draw(3); stay = 70 + draw(30); spend = 5 + draw(10) * draw(10)
        do {
            print i "," date(day) "," spend + draw(20)
            day += 1 + draw(2 * often)
        } while (day < 365 && draw(100) < stay)
    }
}' >orders.csv
crm-rollup -q orders.csv | crm-score -q --clv --as-of 2023-12-31 - -o once.csv
crm-score --clv --as-of 2023-12-31 once.csv 2>twice.err | cmp - once.csv && echo the same again
sed -n 's/.* column \(.*\) is replaced/\1/p' twice.err | LC_ALL=C sort
