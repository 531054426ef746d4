# g1 and g2 of the data: median and 95th percentile, type 7, of the repeat customers' mean gaps. From
# January 1: b 10 days to the 2nd purchase day, c 62 days to the 5th (15.5 each), d 20, e 80 days to the
# 3rd (40 each). Of 10 15.5 20 40 the median is at rank 1.5: 15.5 + 0.5 x 4.5 = 17.75; the 95th percentile
# at rank 2.85: 20 + 0.85 x 20 = 37. a and f bought once and have no gap.
# February 21 less 17 days is February 4, less 18 the 3rd, less 37 January 15, less 38 the 14th.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of,first_date,last_date,prev_date,prev2_date,days,gap_max
a,38,1,1,1,1,1,2024-02-21,2024-01-14,2024-01-14,,,1,0
f,37,1,1,1,1,1,2024-02-21,2024-01-15,2024-01-15,,,1,0
b,18,2,1,1,1,1,2024-02-21,2024-01-24,2024-02-03,2024-01-24,,2,10
c,17,5,1,1,1,1,2024-02-21,2023-12-04,2024-02-04,2024-01-30,2024-01-20,5,20
d,37,2,1,1,1,1,2024-02-21,2023-12-26,2024-01-15,2023-12-26,,2,20
e,38,3,1,1,1,1,2024-02-21,2023-10-26,2024-01-14,2023-12-05,2023-10-26,3,40
END
crm-segment scores.csv | cut -d , -f 1,2,19
# A single repeat customer is both quantiles.
grep -v '^[cde],' scores.csv | crm-segment 2>&1 >/dev/null | grep lifecycle
