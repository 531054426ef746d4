# -o and --moves keep the old files when the run fails, and replace them when it succeeds.
printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,as_of a,1,1,x,5,5,5,2024-06-30 >scores.csv
printf '%s\n' customer_id,tier,tier_rank a,ordinary,3 >previous.csv
echo old >out.csv
echo old >moves.csv
crm-segment -q scores.csv --previous previous.csv --moves moves.csv -o out.csv
echo "status $?"
cat out.csv moves.csv
sed 's/x,5/7,5/' scores.csv | crm-segment -q --previous previous.csv --moves moves.csv -o out.csv
echo "status $?"
cat out.csv moves.csv
crm-segment -q scores.csv --previous previous.csv --moves nowhere/moves.csv
echo " status $?"
sed -i 's/x,5/7,5/' scores.csv
crm-segment -q scores.csv --previous previous.csv --moves /dev/full -o new.csv
echo "status $?"
crm-segment -q scores.csv >/dev/full
echo "status $?"
ls -A
