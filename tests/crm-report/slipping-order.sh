# The ten largest of those at risk or come down, by net revenue, then by id; who brought nothing is none of
# them. c01 to c12 at risk with 100, 200 ... 1100, 1100; z came down with 600; y has nothing to lose.
{
    echo customer_id,recency_days,frequency,monetary,r,f,m,tier,tier_rank,lifecycle,previous_tier,move
    i=1
    while [ $i -le 11 ]; do
        printf 'c%02d,50,2,%d00,1,1,1,ordinary,2,at risk,ordinary,same\n' $i $i
        i=$((i + 1))
    done
    echo c12,50,2,1100,1,1,1,ordinary,2,at risk,ordinary,same
    echo z,50,2,600,1,1,1,ordinary,2,loyal,VIP,down
    echo y,50,2,0,1,1,1,ordinary,2,at risk,ordinary,same
    echo x,50,2,-5,1,1,1,ordinary,2,at risk,VIP,down
    echo w,50,2,5000,1,1,1,VIP,1,lapsed,VIP,same
} >rows.csv
crm-report -q -t jsonl rows.csv | sed -n 's/.*"slipping","customer_id":"\([^"]*\)".*"revenue":\([0-9.]*\)}/\1 \2/p'
