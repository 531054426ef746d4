# The first quarter's cuts on the second quarter: 18, 26, 34, 42 for money, 0.8 to 3.2 for days, more
# than one order for f. New customers with 100 and 5 are at the ends; --bins is not asked any more.
printf '%s\n' customer_id,date,amount a,2024-03-27,10 b,2024-03-28,20 c,2024-03-29,30 d,2024-03-30,40 \
    e,2024-03-31,50 | crm-score -q --save-thresholds cuts.json >q1.csv
printf '%s\n' customer_id,date,amount a,2024-06-30,26 b,2024-06-29,26.01 x,2024-05-01,100 y,2024-06-27,5 \
    y,2024-06-28,0 | crm-score --bins 9 --thresholds cuts.json
