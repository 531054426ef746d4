# Sums of a rollup pass through beside the others.
printf '%s\n' customer_id,date,amount,quantity a,2024-01-01,10,2 b,2024-01-02,20,3.5 |
    crm-rollup -q --sum quantity | crm-score -q
