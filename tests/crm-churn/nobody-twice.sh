# Where nobody has bought twice there is no mean gap: 365 days are assumed, and not said to be a
# percentile of anything.
printf 'customer_id,date,amount\na,2024-01-10,1\nb,2024-02-10,2\n' >orders.csv
crm-churn orders.csv 2>notices.txt | cut -d, -f 1-4
grep -c 'g2 365 days' notices.txt
grep -c 'percentile of the mean gaps' notices.txt || :
