# An aligned table and Markdown.
printf '%s\n' customer_id,date,amount 客户,2024-01-05,1234.5 b,2024-01-06,2 >orders.csv
crm-score -q -t table orders.csv
crm-score -q -t md orders.csv
