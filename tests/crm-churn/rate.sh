# 100 days up to the 19th of July, against the 100 from the first purchase, on the 1st of January, to
# the 10th of April; the first purchase does not count.
#   a  5 before, none since: 1/32 = .03125, slowing
#   b  4 before, none since: 1/16, which is not below .05
#   c  5 before, one since: 7/64
#   d  came within the window: nothing to compare
#   e  the 10th of April is before the window, the 11th in it: 1 of 2, 3/4
#   f  silent for 160 days, longer than g2
# Too few gaps of one length only to learn a rhythm from; too few customers for a lifetime model: both
# are told, and nobody is lost.
cat >orders.csv <<'END'
customer_id,date,amount
f,2024-01-01,9
f,2024-02-10,9
e,2024-01-01,9
e,2024-04-10,9
e,2024-04-11,9
d,2024-06-01,9
END
crm-churn --g2 150 --window 100d --as-of 2024-07-19 orders.csv 2>notices.txt | cut -d, -f 1-13
grep warning notices.txt
for c in a b c; do
    for day in 01-01 01-21 02-10 03-01 03-21 04-10; do
        [ $c$day = b04-10 ] || echo $c,2024-$day,9
    done
done >>orders.csv
echo c,2024-06-19,9 >>orders.csv
crm-churn -q --g2 150 --threshold 0.05 --window 100d --as-of 2024-07-19 orders.csv |
    cut -d, -f 1,9,12,13
# Months are those of January and after: 3m are 31 + 28 + 31 = 90 days.
crm-churn -q --g2 150 --window 90d --as-of 2024-07-19 orders.csv >days.csv
crm-churn -q --g2 150 --window 3m --as-of 2024-07-19 orders.csv | cmp - days.csv
