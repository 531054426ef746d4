# --explain defines each column, and shows the cuts of this run: amounts 10 to 50 at 18, 26, 34, 42; days
# 0 to 4 at 0.8 to 3.2; f has one cut.
printf '%s\n' customer_id,date,amount a,2024-01-01,10 b,2024-01-02,20 c,2024-01-03,30 d,2024-01-04,40 \
    e,2024-01-05,50 >orders.csv
crm-score -q --explain orders.csv >/dev/null
crm-score -q --explain --method rank orders.csv 2>&1 >/dev/null | tail -n 3
