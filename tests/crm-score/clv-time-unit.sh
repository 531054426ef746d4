# The unit of time is the parameters' alone: alpha has 7 days of 1.85782875 weeks, 13.0048 days, and
# 13.0048 / (365.25 / 12) = .427262 months; the figures are the same. Of Pareto beta, too: 8.99650676
# weeks are 62.9755 days.
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
for unit in week day month; do
    crm-score --clv --time-unit $unit --as-of 2023-12-31 orders.csv 2>&1 >$unit.csv | grep mbg
done
cmp week.csv day.csv && cmp week.csv month.csv && echo same figures
crm-score --clv --model pareto --time-unit day --as-of 2023-12-31 orders.csv 2>&1 >day.csv | grep pareto
crm-score -q --clv --model pareto --as-of 2023-12-31 orders.csv | cmp - day.csv && echo same figures
