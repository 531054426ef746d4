# A rollup has all that a history is made of: the same figures, to the byte, as from transactions, and
# from its months; refunds (of 3, 20 on 1 May) are in it. A rollup's own columns stay.
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
echo 3,2023-05-01,-20 >>orders.csv
for model in mbg bg pareto auto; do
    score() { crm-score -q --clv --intervals --model $model --as-of 2023-12-31 "$@"; }
    score orders.csv | cut -d, -f 1,17- >want.csv
    crm-rollup -q orders.csv -o all.csv
    score all.csv | cut -d, -f 1,24- | cmp - want.csv && echo $model: all
    crm-rollup -q --by month orders.csv -o months.csv
    score months.csv | cut -d, -f 1,17- | cmp - want.csv && echo $model: months
    { head -n 1 orders.csv; sed 1d orders.csv | sort -t, -k 3; } >mixed.csv
    score --jobs 3 mixed.csv | cut -d, -f 1,17- | cmp - want.csv && echo $model: another order
done
head -n 1 want.csv
grep ^3, want.csv | cut -d, -f 5
crm-score -q --clv --as-of 2023-12-31 all.csv | head -n 1
