# A row that disagrees on the total of its order is rejected, and leaves the order where it was: o1 of
# 2024-03-05 is told apart by its first row, 100.00, and stays in March on one day, though the rejected
# row says February. c1: 1 row, 1 order, 100.00, of these 100.00 on the first day.
printf '%s\n' customer_id,order_id,date,order_total c1,o1,2024-03-05,100 c1,o1,2024-02-01,90 >orders.csv
crm-rollup --by month --rejects rejects.csv --max-rejects 50% orders.csv
status=$?
cat rejects.csv
exit $status
