# --g1 and --g2 win over the policy, which wins over the data: gaps of 10, 20, 30, 40 and 100 days, median
# 30, 95th percentile 40 + 0.8 x 60 = 88. One that is given moves the other out of the way, so that g1 is
# never above g2; where both are given, that is an error.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of,first_date,last_date,prev_date,prev2_date,days,gap_max
a,0,2,10,5,5,5,2024-06-30,2024-06-20,2024-06-30,2024-06-20,,2,10
b,0,2,10,5,5,5,2024-06-30,2024-06-10,2024-06-30,2024-06-10,,2,20
c,0,2,10,5,5,5,2024-06-30,2024-05-31,2024-06-30,2024-05-31,,2,30
d,0,2,10,5,5,5,2024-06-30,2024-05-21,2024-06-30,2024-05-21,,2,40
e,0,2,10,5,5,5,2024-06-30,2024-03-22,2024-06-30,2024-03-22,,2,100
END
echo '{"lifecycle": {"g1": 14, "g2": 60}}' >both.json
echo '{"lifecycle": {"g1": 14.5}}' >one.json
cuts() {
    crm-segment scores.csv "$@" 2>&1 >/dev/null | grep -o 'g1 [0-9.]* and g2 [0-9.]*'
}
cuts
cuts --g1 20
cuts --g2 50.5
cuts --g1 100
cuts --g2 25
cuts --g1 0 --g2 0
cuts --policy both.json
cuts --policy both.json --g2 99
cuts --policy both.json --g1 1e1
cuts --policy one.json
cuts --policy one.json --g1 15
# Where each comes from is said.
for given in '' '--g1 20' '--g2 50' '--g1 100' '--g2 25' '--g1 1 --g2 2'; do
    crm-segment scores.csv $given 2>&1 >/dev/null | grep lifecycle | sed "s/;* of the mean.*/)/"
done
try() {
    crm-segment scores.csv -q "$@"
    echo "status $?"
}
try --g1 50 --g2 40
try --policy both.json --g1 61
try --g1 -1
try --g1 36501
try --g2 soon
try --g2 ''
try --g2 1e999
try --g2 7d
try --g1
