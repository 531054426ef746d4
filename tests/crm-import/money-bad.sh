# Proves what is wrong with an amount, in words. 922,337,203,685,477.5807 is the most that 64 bits of
# ten-thousandths hold.
cat >orders.csv <<'END'
order_id,amount,customer_id,date
0,5,1,2024-01-05
1,abc,1,2024-01-05
2,1e3,1,2024-01-05
3,NaN,1,2024-01-05
4,1.23456,1,2024-01-05
5,"1,23",1,2024-01-05
6,"12,34,567",1,2024-01-05
7,"0,123",1,2024-01-05
8,--5,1,2024-01-05
9,(5,1,2024-01-05
10,-(5),1,2024-01-05
11,922337203685477.5808,1,2024-01-05
12,5 6.7.8,1,2024-01-05
13,"1.234,56",1,2024-01-05
14,,1,2024-01-05
16,EUR 5 USD,1,2024-01-05
17,12.5O,1,2024-01-05
END
crm-import -q --max-rejects 100% --rejects rejects.csv orders.csv
echo "status $?"
cat rejects.csv
