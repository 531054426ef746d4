# A row whose currency is not said is compared with its like, and not with whatever currency came first,
# whether it has a lifecycle or not and in whatever order the rows stand: 60 is the largest of its own.
cat >scores.csv <<'END'
customer_id,currency,recency_days,frequency,monetary,r,f,m,as_of
a,EUR,1,1,100,5,5,5,2024-06-30
b,,1,1,60,5,5,5,2024-06-30
c,,1,1,30,5,5,5,2024-06-30
END
{
    head -n 1 scores.csv
    sed 1d scores.csv | sort -r
} >reverse.csv
crm-segment -q scores.csv | cut -d , -f 1,2,5,11-
crm-segment -q reverse.csv | cut -d , -f 1,2,5,11- | sed 1d
# No purchase day, and no currency.
cat >refunds.csv <<'END'
customer_id,currency,recency_days,frequency,monetary,r,f,m,as_of,first_date,last_date,prev_date,prev2_date,days,gap_max
a,EUR,1,1,100,5,5,5,2024-06-30,2024-06-29,2024-06-29,,,1,0
b,,,0,60,,,,2024-06-30,,,,,0,0
END
crm-segment -q refunds.csv | cut -d , -f 1,2,5,17-
