# A file that crm-segment did not write has no tier: the message says so, in a sentence.
printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,as_of a,1,1,600,5,5,5,2024-06-30 >scores.csv
printf '%s\n' name,tier a,VIP >names.csv
crm-segment -q scores.csv --previous scores.csv 2>err >/dev/null
echo " status $?"
grep -o 'scores.csv: no tier column' err
crm-segment -q scores.csv --previous names.csv 2>>err >/dev/null
echo " status $?"
grep -o 'names.csv: no customer_id column' err
grep 'needed for it is' err || :
