# The currency of a customer is that of the rows that count: the first row, in USD, is rejected for its
# sum, and 7.00 is in EUR.
printf '%s\n' customer_id,order_id,date,amount,currency,points c1,o1,2024-03-05,5,USD,x \
    c1,o2,2024-03-05,7,EUR,1 >orders.csv
crm-rollup -q --sum points --rejects rejects.csv --max-rejects 50% orders.csv
