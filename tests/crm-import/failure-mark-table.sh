# Proves that an aligned table that breaks off ends with the mark as well. Rows whose widths are not
# settled yet are not shown; behind the first 1,000 all are.
{ echo customer_id,date,amount; yes 1,2024-01-05,5 | head -n 1001; echo 2,2024-01-06,x; } >long.csv
{ head -n 3 long.csv; tail -n 1 long.csv; } >short.csv
crm-import -q -t table short.csv
echo " status $?"
crm-import -q -t md long.csv >out
echo "status $?"
wc -l <out
tail -n 2 out
