# The cuts of a run, written and used again: the same data get the same scores. Amounts 10 to 50 are cut
# at 18, 26, 34, 42; days 0 to 4 at 0.8, 1.6, 2.4, 3.2, with the 17 digits that a double needs; all have
# one order, so f has the cut 1 alone.
printf '%s\n' customer_id,date,amount a,2024-01-01,10 b,2024-01-02,20 c,2024-01-03,30 d,2024-01-04,40 \
    e,2024-01-05,50 >orders.csv
crm-score -q --save-thresholds cuts.json orders.csv | tee scores.csv
cat cuts.json
crm-score -q --thresholds cuts.json orders.csv | cmp - scores.csv && echo same scores
