# Gaps in powers of two, so that logarithms to base 2 are whole; silent until the 31st of December.
#
#        gaps             logs          n   mean  squares about it   silence
#   a    8 8 32 32        3  3  5  5    4   4     4                  90
#   b    32 32 128 128    5  5  7  7    4   6     4                  10
#   c    64 16            6  4          2   5     2                  40
#   d                                   0                            65
#
# M = (16 + 24 + 10) / 10 = 5: the typical gap is 32 days. W = (4 + 4 + 2) / (10 - 3) = 10/7; between,
# 4 + 4 + 0 = 8, less 2 x 10/7, by 10 - 36/10: B = 45/56. k = 16/9 = 1.78.
#
#   a  mean (16 + 80/9) / (52/9) = 56/13: 2^4.307692 = 19.8036
#      variance (4 + 160/63) / (43/9) x (1 + 9/52) = 1.605673, its root 1.267152
#      (log2 90 - 4.307692) / 1.267152 = 1.723675: .042383, below .05: at risk
#   b  mean (24 + 80/9) / (52/9) = 74/13: 51.7077; the variance of a
#      (log2 10 - 5.692308) / 1.267152 = -1.870636: .969302
#   c  mean (10 + 80/9) / (34/9) = 5; variance (2 + 160/63) / (25/9) x (1 + 9/34) = 2.066891
#      (log2 40 - 5) / 1.437669 = .223923: .411408
#   d  no gap: mean 5, variance 10/7 + 45/56 = 125/56; (log2 65 - 5) / 1.494036 = .684299: .246893
#
# Rates: the last 180 days begin behind the 4th of July. Of b's 4 repeats, 2 are in them, and 150 days
# went before: 1 - 4 (6/11)^3 5/11 - (6/11)^4 = 9025/14641 = .616419. All others are younger.
# g2 would be 76: mean gaps 20, 40, 80, type 7; 200 is given. With 76 a has lapsed. Below .04 a
# is not at risk. The money is left out: it is the lifetime model's.
cat >orders.csv <<'END'
customer_id,date,amount
a,2024-07-14,10
a,2024-07-22,11
a,2024-07-30,12
a,2024-08-31,13
a,2024-10-02,14
b,2024-02-05,10
b,2024-03-08,11
b,2024-04-09,12
b,2024-08-15,13
b,2024-12-21,14
c,2024-09-02,10
c,2024-11-05,11
c,2024-11-21,12
d,2024-10-27,10
END
crm-churn --g2 200 --as-of 2024-12-31 orders.csv 2>notices.txt | cut -d, -f 1-12
grep -E 'lapsed:|cadence' notices.txt
tail -n 2 notices.txt
echo
crm-churn --as-of 2024-12-31 orders.csv 2>notices.txt | cut -d, -f 1-4
grep lapsed: notices.txt
crm-churn -q --g2 200 --threshold 0.04 --as-of 2024-12-31 orders.csv | cut -d, -f 1-3
crm-churn -q --g2 200 --threshold 4.5% --as-of 2024-12-31 orders.csv | cut -d, -f 1-3
