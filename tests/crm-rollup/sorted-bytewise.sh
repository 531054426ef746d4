# Upper case before lower, digits as text, Chinese behind Latin, and no locale changes that.
cat >orders.csv <<'END'
customer_id,date,amount
é,2024-01-01,1
客户,2024-01-01,1
b,2024-01-01,1
a,2024-01-01,1
B,2024-01-01,1
10,2024-01-01,1
9,2024-01-01,1
-1,2024-01-01,1
a-b,2024-01-01,1
"a,b",2024-01-01,1
END
LC_ALL=en_US.UTF-8 crm-rollup -q orders.csv | cut -d , -f 1-2
