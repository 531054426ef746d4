# Three customers in five tiles: one each in 1, 2 and 3; by quantiles cuts fall between them:
# amounts 10, 20, 30: 14, 18, 22, 26, so 1, 3, 5.
printf '%s\n' customer_id,date,amount a,2024-01-01,10 b,2024-01-02,20 c,2024-01-03,30 >orders.csv
for method in ntile rank quantile rfm auto; do
    echo $method
    crm-score -q --method $method orders.csv | tail -n +2
done
