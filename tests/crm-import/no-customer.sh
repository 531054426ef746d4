# Proves that rows without a customer are excluded, not rejected, and counted with what they bring:
# 10 - 4 (a refund) + 0 (open) = 6.
cat <<'END' | crm-import
customer_id,date,amount,status
1,2024-01-05,5,paid
,2024-01-06,10,paid
 ,2024-01-07,-4,paid
　,2024-01-08,100,pending
END
