# The quarters begin in January, April, July and October; 03-31 and 04-01 fall into two. Gap in Q1:
# 2024-01-01 to 03-31 = 30 + 29 + 31 = 90 days (leap year), squared 8100.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-01,1
a,2,2024-03-31,2
a,3,2024-04-01,4
a,4,2024-09-30,8
a,5,2024-10-01,16
END
crm-rollup -q --by quarter orders.csv
