# A share of exactly 0.5 is not below it, nor one of exactly 0.8, whatever floating point makes of the sums.
#   50 25 25           25: 50 of 100 is 0.5: important
#   50.01 25 24.99     25: 50.01 of 100 is more than 0.5
#   49.99 25.01 25     25.01: 49.99 of 100 is less: VIP; 25: 75 of 100: important
#   80 20              20: 0.8: ordinary; important begins where 0 < 0.8 holds last, at 80
#   79.99 20.01        20.01: less than 0.8
#   0.02 0.01 0.01     as 50 25 25, in cents
#   0.3 0.1 0.1 0.1    0.1: 0.3 of 0.6 is 0.5: important
#   0.4 0.4 0.2        0.2: 0.8 of 1: ordinary
tiers() {
    {
        echo customer_id,recency_days,frequency,monetary,r,f,m,as_of
        for amount; do
            echo "$((n += 1)),1,1,$amount,5,1,5,2024-06-30"
        done
    } | crm-segment -q | sed 1d | cut -d , -f 4,10,12
    echo
}
tiers 50 25 25
tiers 50.01 25 24.99
tiers 49.99 25.01 25
tiers 80 20
tiers 79.99 20.01
tiers 0.02 0.01 0.01
tiers 0.3 0.1 0.1 0.1
tiers 0.4 0.4 0.2
