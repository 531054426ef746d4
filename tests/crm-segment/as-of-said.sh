# The day is said where the scores do not say it themselves, in a column as_of.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,first_date,last_date,prev_date,prev2_date,days,gap_max
a,10,2,10,5,5,5,2024-06-10,2024-06-20,2024-06-10,,2,10
END
crm-segment scores.csv 2>&1 >/dev/null | grep 'as of'
crm-segment scores.csv --as-of 2024-07-10 2>&1 >/dev/null | grep 'as of'
