# No bytes at all; a header alone: the columns, no rows, and everybody of the last time is gone.
: >empty.csv
crm-segment -q empty.csv
echo " status $?"
crm-segment <empty.csv
echo " status $?"
echo customer_id,recency_days,frequency,monetary,r,f,m,as_of >header.csv
crm-segment header.csv
crm-segment -q -t jsonl header.csv
printf '%s\n' customer_id,tier,monetary a,VIP,5.00 >previous.csv
crm-segment -q header.csv --previous previous.csv --moves moves.csv
cat moves.csv
printf '%s\n' customer_id,name z,Zed >customers.csv
crm-segment -q header.csv customers=customers.csv
head -n 1 previous.csv >nobody.csv
printf '%s\n' a,1,1,5,1,1,1,2024-06-30 | cat header.csv - | crm-segment -q --previous nobody.csv | cut -d , -f 10-
echo '{"tiers": [{"name": "a", "when": "monetary > 5"}, {"name": "b"}]}' >policy.json
crm-segment -q --check policy.json header.csv
