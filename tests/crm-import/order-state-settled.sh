# Proves that a filled order_state is taken as settled, against status, paid_at and vocabulary; an empty
# one is settled from them; a word that is none of the four is an error.
cat >orders.csv <<'END'
customer_id,date,paid_at,status,amount,order_state
1,2024-01-05,,cancelled,5,counted
1,2024-01-05,,versandt,5,open
1,2024-01-05,,done,5,not_counted
1,2024-01-05,,done,5,refund
1,2024-01-05,,done,5,
1,2024-01-05,2024-01-05,done,5,
1,2024-01-05,,done,5,shipped
END
crm-import -q orders.csv
