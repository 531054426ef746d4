# Means and medians part where one is far from the others: of 1 2 3 4 100 the mean is 22, the median 3. By
# the mean a to d are recent and low, and e is not recent and high; by the median c is all three, d and e
# are not recent and high. In two currencies each has its own: of 10 and 20 the means are 15.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of
a,1,1,1,5,1,1,2024-06-30
b,2,2,2,4,2,2,2024-06-30
c,3,3,3,3,3,3,2024-06-30
d,4,4,4,2,4,4,2024-06-30
e,100,100,100,1,5,5,2024-06-30
END
crm-segment -q --segments cn8 scores.csv | cut -d , -f 1,9
crm-segment --segments cn8-median scores.csv 2>err | cut -d , -f 1,9
grep -o 'cn8-median: R .*, the medians' err
cat >two.csv <<'END'
customer_id,currency,recency_days,frequency,monetary,r,f,m,as_of
a,EUR,10,10,10,5,1,1,2024-06-30
b,EUR,20,20,20,4,2,2,2024-06-30
a,JPY,100,100,10000,3,3,3,2024-06-30
b,JPY,200,200,20000,2,4,4,2024-06-30
END
crm-segment -q --segments cn8 two.csv | cut -d , -f 1,2,10
# Nobody, and nobody with scores.
head -n 1 scores.csv | crm-segment -q --segments cn8
printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,as_of a,,0,-5,,,,2024-06-30 |
    crm-segment -q --segments cn8-median
