# Without one of the columns that a lifecycle is told by it is left out, which is said; the rest stands.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of,first_date,last_date,prev_date,prev2_date,days,gap_max
a,0,2,10,5,5,5,2024-06-30,2024-06-20,2024-06-30,2024-06-20,,2,10
END
for column in first_date last_date prev_date prev2_date days gap_max; do
    sed "1s/\<$column\>/x/" scores.csv | crm-segment -q | head -n 1 | cut -d , -f 15-
    sed "1s/\<$column\>/x/" scores.csv | crm-segment 2>&1 >/dev/null | grep left
done
# A --map can name it.
sed '1s/gap_max/longest/' scores.csv | crm-segment -q --map gap_max=longest | cut -d , -f 14-
