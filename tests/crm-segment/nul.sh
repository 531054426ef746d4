# A NUL byte is no text, in any of the files; the place is said, and no file appears.
header=customer_id,recency_days,frequency,monetary,r,f,m,as_of,name
printf '%s\na,1,1,5,5,5,5,2024-06-30,Ann\n' $header >scores.csv
printf '%s\na,1,1,5,5,5,5,2024-06-30,A\0n\n' $header >bad.csv
printf 'customer_id,name\na,A\0n\n' >customers.csv
printf 'customer_id,tier\na\0,VIP\n' >previous.csv
crm-segment -q bad.csv -o out.csv
echo "status $?"
crm-segment -q scores.csv customers=customers.csv -o out.csv
echo "status $?"
crm-segment -q scores.csv --previous previous.csv -o out.csv
echo "status $?"
ls -A
