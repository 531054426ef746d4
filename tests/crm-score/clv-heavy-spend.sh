# Spend so uneven that q is below 1: the population has no mean. Values shrink to the mean of the
# customers' means, 6072.84, as p x to q: with p 2.892898 and q .334027, fitted by the program of clv,
#   14, one order of 9:     (2.892898 x 9 + .334027 x 6072.8423) / (2.892898 + .334027) = 636.684
#   1, six orders of 25.33: (17.357387 x 25.3333 + .334027 x 6072.8423) / 17.691414 = 139.515
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
awk -F, -v OFS=, 'NR > 1 { $3 = (1 + NR * 7 % 23) * 2 ^ ($1 % 14) } { print }' orders.csv >heavy.csv
crm-score --clv --as-of 2023-12-31 heavy.csv 2>&1 >scores.csv | grep spend
cut -d, -f 1,20 scores.csv | grep -E '^(1|3|12|14),'
# No intervals of a mean that is no model's.
crm-score -q --clv --intervals --as-of 2023-12-31 heavy.csv | cut -d, -f 1,25- | grep ^14,
