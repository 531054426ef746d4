# Proves that several inputs are one stream, matched by name or by what the names mean, in any order of
# columns and any format; and that - is standard input among them.
printf 'customer_id,order_id,date,amount,note\n1,A,2024-01-05,5,x\n' >one.csv
printf 'note\tOrder Date\tSales\tCustomer\tOrder No\ny\t2024/1/6\t6\t2\tB\n' >two.tsv
printf '{"amount":7,"date":"2024-01-07","customer_id":"3","order_id":"C","note":null}\n' |
    crm-import one.csv two.tsv -
