# Nobody has bought twice: 90 and 365 days are assumed, and it is said. 2023 has 365 days.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of,first_date,last_date,prev_date,prev2_date,days,gap_max
a,365,1,10,1,1,1,2024-01-01,2023-01-01,2023-01-01,,,1,0
b,366,1,10,1,1,1,2024-01-01,2022-12-31,2022-12-31,,,1,0
END
crm-segment scores.csv | cut -d , -f 1,19
crm-segment -q scores.csv --g2 364 | cut -d , -f 1,19
