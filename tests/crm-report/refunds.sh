# From orders to the report. a: 100 + 60 and 40 sent back, 120 of 2 orders; b: 50 and all of it sent back,
# 0; c: 30 and a refund of 45 from before, -15. In sum 105 of 4 orders, 26.25 each. a holds all that is
# positive: the best 1 % of the buyers (one) has 100 %, and the Gini coefficient of 0 0 120 is
# (-2 x 0 + 0 x 0 + 2 x 120) / (3 x 120) = 0.666667. a is the first half and more: VIP; 0 and less are ordinary.
cat >orders.csv <<'END'
customer_id,order_id,date,amount,refunded
a,1,2024-01-05,100,
a,2,2024-02-05,60,40
b,3,2024-02-10,50,50
c,4,2024-02-20,30,
c,5,2024-02-25,-45,
END
crm-score -q orders.csv | crm-segment -q | crm-report -q >report
sed -n '/^Figure/,/^The ten/p; /^Concentration/,/^$/p; /^best/p; /^Gini/p' report
