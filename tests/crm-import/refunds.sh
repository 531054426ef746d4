# Proves how rows that pay back are marked, the amount standing as it came: a negative amount is a
# refund unless the row is open or does not count; a status "refunded" pays the whole order back, so
# that `refunded` is its amount; a filled `refunded` leaves a counted order counted; a negative one is
# what some exports write for the same.
cat <<'END' | crm-import -q
order_id,customer_id,date,status,amount,refunded
plain,1,2024-01-05,done,20,
negative,1,2024-01-05,done,-20,
part,1,2024-01-05,done,20,5
minus part,1,2024-01-05,done,20,-5
zero,1,2024-01-05,done,20,0
refund,1,2024-01-05,refund,20,
refund negative,1,2024-01-05,refund,-20,
whole,1,2024-01-05,refunded,20,
whole named,1,2024-01-05,refunded,20,20
whole negative,1,2024-01-05,refunded,-20,
open,1,2024-01-05,pending,-20,
cancelled,1,2024-01-05,cancelled,-20,
END
