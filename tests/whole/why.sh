#!/bin/sh
# crm-churn --why on customers drawn with a seed: an effect that was planted is found, with an interval
# that covers it as often as it says, and where there is none hardly anything is called one.
#
# Of 1500 customers 30 % complain before the cut. Who does not churns with odds 1/3 (0.25), who does with
# odds 2/3 (0.4). Ten columns of three levels, and a number, have nothing to do with it.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
B=${B:-$top/build}
PATH=$B/bin:$PATH
export LC_ALL=C
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
passed=0
failed=0
result() { # STATUS NAME
    if [ "$1" = 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "not ok: $2"
    fi
}

# orders.csv, tickets.csv, customers.csv. Awk programs differ in rand(): two generators combined, after
# L'Ecuyer (1988).
draw() { # SEED P_OF_COMPLAINANTS OUTPUT
    awk -v seed="$1" -v p="$2" '
        function uniform() {
            one = (one * 40014) % 2147483563
            two = (two * 40692) % 2147483399
            return ((one - two + 2147483562) % 2147483562 + 0.5) / 2147483562
        }
        BEGIN {
            one = seed * 7919 + 12345
            two = seed * 104729 + 54321
            for (i = 0; i < 20; i++) uniform()
            print "customer_id,date,amount" >"orders.csv"
            print "ticket_id,customer_id,opened_at,status" >"tickets.csv"
            header = "customer_id,size"
            for (k = 1; k <= 10; k++) header = header ",k" k
            print header >"customers.csv"
            for (i = 1; i <= 1500; i++) {
                complains = uniform() < 0.3
                churns = uniform() < (complains ? p : 0.25)
                print i ",2024-06-15,10" >"orders.csv"
                if (!churns) print i ",2024-08-01,10" >"orders.csv"
                if (complains) print i "," i ",2024-06-20,open" >"tickets.csv"
                row = i "," int(uniform() * 1000)
                for (k = 1; k <= 10; k++) row = row "," substr("abc", 1 + int(uniform() * 3), 1)
                print row >"customers.csv"
            }
        }'
    crm-churn -q --why --as-of 2024-10-31 --cut 2024-06-30 --g2 90 orders.csv tickets=tickets.csv \
        customers=customers.csv >"$3"
}

# ln of the ratio has a standard error of sqrt(1/180 + 1/270 + 1/262 + 1/788) = 0.12, the mean of twenty
# 0.027: within three of them of ln 2 = 0.693. Of twenty 95 % intervals fewer than 16 cover with a
# probability of 0.3 %. Found (q < 0.05) is it in nearly all, being 5.8 errors from none: at least 18.
for seed in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    draw $seed 0.4 planted-$seed.csv
    result $? "seed $seed"
    draw $seed 0.25 null-$seed.csv
    result $? "seed $seed, no effect"
done
cat planted-*.csv | awk -F, '
    $1 == "complaint" {
        n++
        covers += $10 <= 2 && 2 <= $11
        found += $13 < 0.05
        sum += log($9)
    }
    END {
        printf "%d files, %d cover, %d found, mean of logs %.3f\n", n, covers, found, sum / n >"/dev/stderr"
        exit !(n == 20 && covers >= 16 && found >= 18 && sum / n > 0.613 && sum / n < 0.773)
    }' 2>planted.txt
result $? "planted: $(cat planted.txt)"

# 35 comparisons a file: complaint, 30 levels, 4 bands. That any q falls below 0.05 happens in at most
# 5 % of the files: in five or more of twenty with a probability of 0.3 %. Of the p values 5 % at most do
# (Fisher errs to the safe side): of 700 in no more than 52, three standard deviations above 35.
cat null-*.csv | awk -F, '
    $1 == "factor" { file++; next }
    { n++; low += $12 < 0.05; if ($13 < 0.05) false_find[file] = 1 }
    END {
        for (f in false_find) files++
        printf "%d files, %d tests, %d p below 0.05, %d files with a q\n", file, n, low, files >"/dev/stderr"
        exit !(file == 20 && n == 700 && low <= 52 && low > 5 && files <= 4)
    }' 2>null.txt
result $? "no effect: $(cat null.txt)"
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
