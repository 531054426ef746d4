# --fresh: the rows are written, and the status is 1 where the latest purchase is too long ago. June 16 is
# two weeks before June 30, and June 15 is a day too early.
scores() {
    printf '%s\n' \
        customer_id,recency_days,frequency,monetary,r,f,m,as_of,first_date,last_date,prev_date,prev2_date,days,gap_max \
        "a,9,1,1,1,1,1,2024-06-30,2024-01-01,2024-01-01,,,1,0" "b,9,1,1,1,1,1,2024-06-30,$1,$1,,,1,0"
}
scores 2024-06-16 | crm-segment -q --fresh 2w | wc -l
scores 2024-06-16 | crm-segment -q --fresh 2w >/dev/null
echo "status $?"
scores 2024-06-15 | crm-segment -q --fresh 2w >out.csv
echo "status $?"
wc -l <out.csv
