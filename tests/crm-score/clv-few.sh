# Nine repeat customers are too few, ten do. Two orders on one day are no repeat, nor is one after --as-of.
# 6 of the 30 have bought once.
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
few() { # N: the first N repeat customers, and all who bought once
    awk -F, -v most=$1 'NR == FNR { n[$1]++; next } FNR == 1 { print; next }
        n[$1] > 1 && !($1 in seen) { seen[$1] = ++repeaters }
        n[$1] == 1 || seen[$1] <= most' orders.csv orders.csv
}
few 9 | crm-score --clv --as-of 2023-12-31 -
echo "status $?"
few 10 | crm-score -q --clv --as-of 2023-12-31 - >ten.csv
echo "status $?"
awk -F, '{ print } NR > 1 && !($1 in seen) { seen[$1]; print $1 "," $2 ",5" }' orders.csv |
    awk -F, 'NR == 1 || !($1 in day) || day[$1] == $2 { day[$1] = $2; print }' |
    crm-score --clv --as-of 2023-12-31 -
echo "status $?"
crm-score --clv --as-of 2023-01-02 orders.csv
echo "status $?"
