# From orders to tiers: rollup, scores, segments, with names; crm-score on orders writes what a lifecycle is
# told by, and a scored rollup has it. a bought for 300 on three days, the last 5 days before June 30; b for
# 100, 150 days before, and stands at 300 of 400: important; c's only order, on June 1, came back: net 0.
# Of three customers r is 5, 1 and 3; two share the smallest frequency, 1, and have f 1, so that a has 2.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-06-05,100
a,2,2024-06-15,100
a,3,2024-06-25,100
b,4,2024-02-01,100
c,5,2024-06-01,40
c,6,2024-06-02,-40
END
printf '%s\n' customer_id,name a,Ann b,Bob c,Cy d,Dee >customers.csv
crm-score -q --as-of 2024-06-30 orders.csv | crm-segment -q --g1 30 --g2 60 - customers=customers.csv |
    cut -d , -f 1,4,9,17- >direct.csv
cat direct.csv
crm-rollup -q orders.csv | crm-score -q --as-of 2024-06-30 | crm-segment -q --g1 30 --g2 60 customers=customers.csv - |
    cut -d , -f 1,18,23- | cmp - direct.csv
