# --sum adds up other columns of counted rows: not of the refund, nor of open rows. An empty cell
# adds nothing. quantity 2 + 3 + 0.5 = 5.5; cost 1.25 + 2.
cat >orders.csv <<'END'
customer_id,order_id,date,status,amount,Qty,cost
a,1,2024-01-01,paid,10,2,1.25
a,1,2024-01-01,paid,10,3,
a,2,2024-01-05,paid,20,0.5,2
a,1,2024-01-06,refund,-10,-2,-1.25
a,3,2024-01-07,pending,9,9,9
END
crm-rollup -q --sum quantity,cost orders.csv
