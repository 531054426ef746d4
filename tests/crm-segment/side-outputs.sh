# Only -o may replace what is read: not --moves, --rejects or --summary, whether it is the scored rows, the
# customers, the last output or the policy; nor may two outputs go to one file.
printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,as_of a,1,1,600,5,5,5,2024-06-30 >scores.csv
printf '%s\n' customer_id,name a,Ann >customers.csv
printf '%s\n' customer_id,tier a,VIP >previous.csv
echo '{"tiers": [{"name": "all"}]}' >policy.json
mkdir old
cp *.csv *.json old
try() {
    crm-segment -q scores.csv customers=customers.csv --previous previous.csv --policy policy.json "$@" \
        >/dev/null 2>err
    echo "$* $?"
    for before in old/*; do
        cmp "${before#old/}" "$before"
    done
    cp old/* .
}
for file in scores.csv customers.csv previous.csv policy.json; do
    try --moves $file
    try --moves moves.csv --rejects $file
    try --moves moves.csv --summary=$file
done
rm -f moves.csv
try --moves moves.csv -o moves.csv
ls
crm-segment -q scores.csv --previous previous.csv -o previous.csv
cut -d , -f 1,9- previous.csv
