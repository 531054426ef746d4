# What an order is worth is net of refunds, unless --refunds ignore. With 1,000 paid back 1 has no repeat
# spend above 0 and gets the mean of the population, 41.8393 = 1.70566858 x 100.351015 / 4.09102805; of 3,
# 23 - 20 = 3 is left of the repeat order: p (gamma + 3) / (p + q - 1) =
# 1.70566858 x 103.351015 / 5.79669663 = 30.4109. Ignored, they are what they are in clv.
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
echo 1,2023-03-01,-1000 >>orders.csv
echo 3,2023-05-01,-20 >>orders.csv
for refunds in net ignore; do
    crm-score -q --clv --refunds $refunds --as-of 2023-12-31 orders.csv | cut -d, -f 1,4,20 | grep '^[c13],'
done
