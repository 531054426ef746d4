# What is not known. c1 to c10 churned, c11 to c20 did not. Visits: c1 to c8 are 1 to 8, c13 to c20 13 to
# 20, c9, c10 and c11 have an empty cell, c12 no row at all. So 16 are known: 8 churned, quartiles (type
# 7) of 1 ... 8, 13 ... 20 at ranks 3.75, 7.5 and 11.25 from 0: 4.75, 8 + (13 - 8) / 2 = 10.5 and 16.25;
# four in each band, too few to test. (missing): 4, too few, too.
# Colour: red c1 to c7, blue c13 to c20, one green (c8), the same 4 missing: red 7 of 7 against 1 of 9,
# blue 0 of 8 against 8 of 8, green too few.
#   red   7.5 x 8.5 / (0.5 x 1.5) = 85; Fisher C(9,1) / C(16,8) = 9 / 12870 and none on the other side
#         (0 of 7: C(9,8) = 9 as well): 18 / 12870
#   blue  0.5 x 0.5 / (8.5 x 8.5) = 0.00346; 2 / 12870
# Satisfaction: c1 to c7 answered, 1 ... 7, twice the same; two answers of c1 (1 and 1.0) are a mean of 1,
# "good" is no number. (missing) is 13, 3 churned, against those known, 7 of 7:
#   3.5 x 0.5 / (10.5 x 7.5) = 0.0222; Fisher C(13,3) / C(20,10) = 286 / 184756, and as few on the other
#   side (10 of 13: C(13,10) = 286): 572 / 184756
# low, middle and high are 3, 2 and 2 of 7, at the terciles 3 and 5: too few.
# Country: GB but for c12; GB has no others, (missing) is one.
# Untested: 4 bands, (missing) visits, green, (missing) colour, (missing) country, low, middle, high: 11.
# Ids, dates, texts of their own and names are not used, nor are columns that are told by the silence.
awk 'BEGIN {
    print "customer_id,date,amount"
    for (i = 1; i <= 20; i++) {
        print "c" i ",2024-06-01,10"
        if (i > 10) print "c" i ",2024-09-28,10"
    }
}' >orders.csv
awk 'BEGIN {
    print "customer_id,First Name,email,visits,colour,country,card,met,remark,lifecycle,rfm"
    for (i = 1; i <= 20; i++) {
        if (i == 12) continue
        known = i <= 8 || i >= 13
        printf "c%d,Sam,s%d@example.net,%s,%s,GB,%08d,2024-01-%02d,said %d,lapsed,555\n", i, i,
            known ? i : "", !known ? "" : i <= 7 ? "red" : i == 8 ? "green" : "blue", i * 7919, i, i
    }
}' >customers.csv
{
    echo customer_id,date,score
    for i in 1 2 3 4 5 6 7; do echo "c$i,2024-06-20,$i"; done
    echo c1,2024-06-21,1.0
    echo c9,2024-06-21,good
    echo ,2024-06-21,4
    echo nobody,2024-06-21,4
} >surveys.csv
crm-churn --why --cut 2024-06-30 --g2 90 orders.csv customers=customers.csv surveys=surveys.csv
# Columns can be left out by hand; the missing country stays.
crm-churn --why --cut 2024-06-30 --g2 90 --ignore colour,visits orders.csv customers=customers.csv 2>&1 |
    grep -E 'ignore|comparisons'
