# Proves that where there is a paid_at column an order without it is open, unless money goes back: a
# negative amount needs no payment, nor does a refund.
cat <<'END' | crm-import -q
customer_id,date,paid_at,status,amount
1,2024-01-05,2024-01-06 10:00,done,5
1,2024-01-05,,done,5
1,2024-01-05,,done,-5
1,2024-01-05,,refund,5
1,2024-01-05,,refunded,5
1,2024-01-05,2024-01-06,pending,5
END
