# A quote that is never closed, and a stream that ends in the message of a command that failed: refused,
# where it began is passed on, and no file is touched.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of
a,1,1,600,5,5,5,2024-06-30
"b,1,1,5,1,1,1,2024-06-30
END
printf '%s\n' customer_id,tier a,VIP >previous.csv
echo old >out.csv
echo old >moves.csv
crm-segment -q scores.csv
echo " status $?"
crm-segment -q scores.csv -o out.csv --previous previous.csv --moves moves.csv
echo "status $?"
sed '3s/.*/"crm-score stopped at orders.csv:812:5/' scores.csv >stopped.csv
crm-segment -q stopped.csv
echo " status $?"
crm-segment -q -o out.csv --previous previous.csv --moves moves.csv <stopped.csv
echo "status $?"
printf '%s\n' customer_id,date,amount a,2024-06-30,5 b,2024-06-30,x | crm-score -q 2>/dev/null | crm-segment -q -t jsonl
echo " status $?"
printf '%s\n' customer_id,date,amount a,2024-06-30,5 b,2024-06-30,x | crm-score -q -t jsonl 2>/dev/null | crm-segment -q
echo " status $?"
# So with customers that end like this.
printf '%s\n' customer_id,name a,Ann '"crm-import stopped at export.csv:7:1' >customers.csv
sed 3d scores.csv | crm-segment -q customers=customers.csv -o out.csv -
echo "status $?"
cat out.csv moves.csv
