# The output is an input again: the same rows, to the byte, with every column replaced in its place.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of,first_date,last_date,prev_date,prev2_date,days,gap_max
a,10,2,10,5,5,5,2024-06-30,2024-06-10,2024-06-20,2024-06-10,,2,10
b,30,2,90,1,5,5,2024-06-30,2024-05-11,2024-05-31,2024-05-11,,2,20
c,,0,-4,,,,2024-06-30,,,,,0,0
END
echo '{"screening": [{"name": "low", "when": "monetary < 0", "result": "hold"}]}' >policy.json
printf '%s\n' customer_id,tier,tier_rank a,VIP,1 g,VIP,1 >previous.csv
crm-segment -q scores.csv --policy policy.json --previous previous.csv --moves moves.csv -o once.csv
crm-segment once.csv --policy policy.json --previous previous.csv --moves twice-moves.csv -o twice.csv 2>&1 |
    grep -c 'is replaced'
cmp once.csv twice.csv
cmp moves.csv twice-moves.csv
# From one day to the next nothing moves where nothing changed.
crm-segment -q scores.csv --policy policy.json --previous once.csv --moves moves.csv | cut -d , -f 22-
cat moves.csv
