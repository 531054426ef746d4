# 31 days behind the day before are not alone, 32 are, if more than 10 times the usual spacing: days
# 3 and 4 apart are usually 3.5, where 35 is not more than ten times and 36 is. Of two days nothing
# is usual.
last() {
    printf '%s\n' customer_id,date,amount a,2024-01-01,1 b,2024-01-0$1,1 c,2024-01-0$2,1 "d,$3,1" |
        crm-rollup -q | tail -n 1
    echo
}
last 2 3 2024-02-03
last 2 3 2024-02-04
last 4 8 2024-02-12
last 4 8 2024-02-13
printf '%s\n' customer_id,date,amount a,2024-01-01,1 b,2024-12-01,1 | crm-rollup -q | tail -n 1
