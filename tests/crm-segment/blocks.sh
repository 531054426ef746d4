# Neither the number of workers nor the size of the pieces that are read leaves a trace.
awk 'BEGIN {
    print "customer_id,name,recency_days,frequency,monetary,r,f,m,as_of,first_date,last_date,prev_date," \
        "prev2_date,days,gap_max"
    for (i = 0; i < 300; i++)
        printf "c%d,\"N %d, \"\"x\"\"\",%d,%d,%d.%02d,%d,%d,%d,2024-06-30,2024-01-%02d,2024-0%d-%02d," \
            "2024-04-01,2024-03-01,%d,%d\n", i, i, i * 7 % 181, i % 9 + 1, i * i % 997 - 50, i % 100,
            i % 5 + 1, i * 3 % 5 + 1, i * 7 % 5 + 1, i % 28 + 1, 5 + i % 2, i * 5 % 28 + 1, i % 9 + 3, i * 11 % 90 + 20
}' >scores.csv
awk 'BEGIN {
    print "customer_id,tier,tier_rank,as_of"
    for (i = 20; i < 320; i++)
        print "c" i "," (i % 3 ? i % 3 > 1 ? "VIP,1" : "important,2" : "ordinary,3") ",2024-05-31"
}' >previous.csv
printf '%s\n' customer_id,name c3,Three z,Zed >customers.csv
echo '{"screening": [{"name": "x", "when": "monetary > mean_monetary AND f < 3", "result": "hold"}]}' >policy.json
run() {
    crm-segment -q scores.csv customers=customers.csv --previous previous.csv --policy policy.json "$@"
}
run --moves want-moves.csv >want.csv
for jobs in 1 2 8; do
    for size in 64 65 127 4096; do
        run --moves moves.csv --jobs $jobs --block-size $size | cmp - want.csv
        cmp moves.csv want-moves.csv
    done
done
cut -d , -f 1 want.csv | wc -l
for move in up down same new back gone; do
    echo "$move $(grep -c ",$move$" want.csv) $(grep -c ",$move," want-moves.csv)"
done | awk '$2 + $3 > 0 { n++ } END { print n " of 6 moves" }'
