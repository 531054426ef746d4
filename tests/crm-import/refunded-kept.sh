# Proves that `refunded` is kept on rows that do not count, as it came: nothing is lost in silence.
cat <<'END' | crm-import -q
customer_id,date,status,amount,refunded
1,2024-01-05,pending,20,5
1,2024-01-05,cancelled,20,20
END
