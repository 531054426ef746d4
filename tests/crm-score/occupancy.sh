# A warning counts the empty scores, where there are as many customers as scores; four customers cannot
# fill five, and are not warned about. -q silences both.
printf '%s\n' customer_id,date,amount a,2024-01-01,10 b,2024-01-02,10 c,2024-01-03,10 \
    d,2024-01-04,40 >four.csv
crm-score four.csv >/dev/null
{ cat four.csv; echo e,2024-01-05,50; } >five.csv
crm-score five.csv >/dev/null
crm-score -q five.csv >/dev/null
