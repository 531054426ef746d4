# What --previous cannot be; no file is touched.
echo old >moves.csv
echo old >out.csv
printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,as_of a,1,1,600,5,5,5,2024-06-30 >scores.csv
try() {
    crm-segment scores.csv -q -o out.csv --moves moves.csv "$@"
    echo "status $?"
}
try
try --previous nowhere.csv
: >empty.csv
try --previous empty.csv
printf '%s\n' customer_id,tier a,VIP b,VIP a,VIP >previous.csv
try --previous previous.csv
printf '%s\n' customer_id,tier a,VIP ,VIP >previous.csv
try --previous previous.csv
printf '%s\n' customer_id,tier,as_of a,VIP,2024-06-30 b,VIP,soon >previous.csv
try --previous previous.csv
printf '%s\n' customer_id,tier,tier_rank a,gold,first >previous.csv
try --previous previous.csv
printf '%s\n' customer_id,tier a,VIP 'b,"VIP' >previous.csv
try --previous previous.csv
printf '%s\n' customer_id,tier a,VIP '"crm-segment stopped at scores.csv:7:1' >previous.csv
try --previous previous.csv
cat moves.csv out.csv
ls -A
