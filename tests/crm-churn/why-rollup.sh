# A rollup by day tells the same as the transactions, but for the order mix, which a notice says; a coarser
# one is an error. Scored and segmented customers bring their tier; scored on the cut, they may bring
# their recency, too. c01 to c10 buy on 2024-06-11 for 10, c11 to c20 on 2024-06-21 for 30 and again in
# September: 10 of 20 churned. So days from first purchase to cut are 19 and 9, orders 10 and 30, with
# type 7 quartiles at the ranks 4.75, 9.5 and 14.25: of 9 and 19: 9, 14, 19, of 10 and 30: 10, 20, 30. The
# largest is no cut: bands are "to 9" and, none between 9 and 14, "above 14"; "to 10" and "above 20".
#   10 of 10 and 0 of 10: 10.5^2 / 0.5^2 = 441, Fisher 2 / C(20,10) = 2 / 184756
awk 'BEGIN {
    print "customer_id,date,amount,category"
    for (i = 1; i <= 20; i++) {
        back = i > 10
        printf "c%02d,2024-06-%d1,%d,tea\n", i, 1 + back, 10 + 20 * back
        if (back) printf "c%02d,2024-09-28,30,tea\n", i
    }
}' >orders.csv
why() {
    crm-churn --why --as-of 2024-09-28 --cut 2024-06-30 --g2 90 "$@"
}
crm-rollup -q --by day orders.csv -o days.csv
crm-rollup -q --by month orders.csv -o months.csv
why -q orders.csv >table.csv
why days.csv | tee rolled.csv
cmp table.csv rolled.csv && echo the same
why -q months.csv -o none.csv
echo $?
# On the cut recency is 19 and 9, and monetary 10 and 30: of two values each is a level.
crm-score -q --as-of 2024-06-30 orders.csv | crm-segment -q - -o segments.csv
why -q orders.csv customers=segments.csv | grep -E '^(tier|recency_days|monetary|lifecycle),'
# The same without as_of may be of any day: what silence tells is not used.
crm-query -q 'SELECT customer_id, recency_days, monetary, tier FROM s' s=segments.csv -o undated.csv
why orders.csv customers=undated.csv 2>&1 >undated.txt | grep -E 'as_of|silence'
grep -cE '^recency' undated.txt
grep -cE '^monetary' undated.txt
# Nobody, or everybody, churned: a header, and why there is no more.
why --g2 400 --window 90d orders.csv --where "customer_id > 'c10'" 2>&1 | grep -E 'customers,|compare|factor'
why orders.csv --where "customer_id < 'c11'" 2>&1 | grep -E 'customers,|compare|factor'
