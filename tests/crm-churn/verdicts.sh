# Of a shop's customers each status follows from the columns, by the first rule that holds; the values
# are those of crm-score --clv:
#   past rate      (days - 1) / (last_date - first_date)
#   value_at_risk  past rate x days ahead x value of an order, less expected_value, not below 0
# An expected order is worth expected_value / expected_orders; 12 months from the 30th of June 2024 are
# 365 days, 6 are 183.
check() { # with $g2, $threshold, $lost, $horizon, its days $ahead, and $options
    crm-churn -q --as-of 2024-06-30 --g2 $g2 --threshold $threshold --lost $lost --horizon $horizon \
        $options "$SAMPLES/shop/orders.csv" -o churn.csv
    crm-score -q --clv --as-of 2024-06-30 --horizon $horizon $options "$SAMPLES/shop/orders.csv" \
        -o clv.csv
    crm-query -q "SELECT count(*) AS customers,
        sum(status = 'lost') > 0 AS lost, sum(status = 'lapsed') > 0 AS lapsed,
        sum(status = 'at risk') > 0 AS at_risk, sum(value_at_risk > 0) > 0 AS money,
        sum(status <> CASE WHEN silence_days > $g2 AND churn.p_alive < $lost THEN 'lost'
            WHEN silence_days > $g2 THEN 'lapsed' WHEN silence_p < $threshold THEN 'at risk'
            WHEN rate_p < $threshold THEN 'slowing' ELSE 'active' END) AS other_status,
        sum(rule <> CASE status WHEN 'lost' THEN 'silence > g2, p_alive'
            WHEN 'lapsed' THEN 'silence > g2' WHEN 'at risk' THEN 'silence_p'
            WHEN 'slowing' THEN 'rate_p' ELSE '' END) AS other_rule,
        sum(churn.p_alive <> clv.p_alive OR churn.expected_value <> clv.expected_value) AS other_model,
        sum(churn.last_date = churn.first_date AND value_at_risk IS NOT NULL) AS rate_of_one_day,
        sum(abs(value_at_risk - max(0, (churn.days - 1.0)
            / (julianday(churn.last_date) - julianday(churn.first_date)) * $ahead
            * clv.expected_value / expected_orders - clv.expected_value))
            > 0.0001 * clv.expected_value) AS other_value
        FROM churn JOIN clv USING (customer_id)" churn.csv clv.csv
}
g2=100 threshold=0.05 lost=0.1 horizon=12m ahead=365 options=
check
g2=70 threshold=0.2 lost=0.9 horizon=6m ahead=183 options='--model pareto'
check
