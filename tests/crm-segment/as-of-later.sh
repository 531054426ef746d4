# A purchase after the day that is looked back from: such rows are no scores of that day. No file appears.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of,first_date,last_date,prev_date,prev2_date,days,gap_max
a,0,2,10,5,5,5,2024-06-30,2024-06-10,2024-07-20,2024-06-10,,2,40
END
crm-segment -q scores.csv -o out.csv 2>/dev/null
echo "status $?"
cut -d , -f 1-7,9- scores.csv | crm-segment -q --as-of 2024-06-30 -o out.csv 2>/dev/null
echo "status $?"
ls -A
