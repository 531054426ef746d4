# Refunds ignored, the model is still that of crm-score --clv; and it is another one than net of them.
for refunds in net ignore; do
    crm-churn -q --as-of 2024-06-30 --refunds $refunds "$SAMPLES/shop/orders.csv" -o $refunds.csv
    crm-score -q --clv --as-of 2024-06-30 --refunds $refunds "$SAMPLES/shop/orders.csv" -o clv.csv
    crm-query -q "SELECT count(*) AS customers, sum(r.p_alive <> clv.p_alive) AS other_p_alive,
        sum(r.expected_value <> clv.expected_value) AS other_value
        FROM r JOIN clv USING (customer_id)" r=$refunds.csv clv.csv
done
cmp -s net.csv ignore.csv || echo they differ
