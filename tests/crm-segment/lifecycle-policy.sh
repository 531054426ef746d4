# What loyal is: loyal_days purchase days within loyal_window days, here 40 of them from May 22 on (39 days
# ago; the 21st is 40 days ago); at risk after 30, lapsed after 90.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of,first_date,last_date,prev_date,prev2_date,days,gap_max
third May 22,10,3,10,5,5,5,2024-06-30,2024-05-22,2024-06-20,2024-06-10,2024-05-22,3,19
third May 21,10,3,10,5,5,5,2024-06-30,2024-05-21,2024-06-20,2024-06-10,2024-05-21,3,20
second May 22,10,2,10,5,5,5,2024-06-30,2024-05-22,2024-06-20,2024-05-22,,2,29
second May 21,10,2,10,5,5,5,2024-06-30,2024-05-21,2024-06-20,2024-05-21,,2,30
silent 31,31,3,10,5,5,5,2024-06-30,2024-05-20,2024-05-30,2024-05-25,2024-05-20,3,5
END
for days in 3 2 1; do
    echo '{"lifecycle": {"g1": 30, "g2": 90, "loyal_days": '$days', "loyal_window": 40}}' >policy.json
    crm-segment -q --policy policy.json scores.csv | cut -d , -f 1,19 | sed 1d
    echo
done
# Without a window: 365 days.
echo '{"lifecycle": {"g1": 30, "g2": 90, "loyal_days": 2}}' >policy.json
crm-segment -q --policy policy.json scores.csv | cut -d , -f 1,19 | sed 1d
