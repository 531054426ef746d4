#!/bin/sh
# The script tier-report, as crm(7) prints it, over the days of a small shop. Each morning its output
# must be, byte for byte, what a recomputation from all transactions gives, and the sums those that awk
# adds up; or it stops with the message and the status that it should, and the last report stays.
#
# The shop writes each night what it knows then: orders of this month and the four before. Days:
#   2024-10-30  the first run, with all orders: July and what is before it is closed
#   2024-10-31  an order of 20 August turns up late
#   2024-11-01  an order of March, long closed, is refunded, as a row of its own; one of 20 September
#               is refunded in place; August is closed, with the late order; the job runs twice
#   2024-11-02  an order of 15 September, pending so far, is completed; one of 10 October is cancelled;
#               the job runs twice again
#   2024-11-05  the feed has stopped: the file of the 2nd again
#   2024-11-06  half a file; no file; a file that begins too late; an order of 25 August, closed by now,
#               is cancelled; then a new start with all orders
#   2024-11-07  two rows that nobody can read
set -u
cd "$(dirname "$0")/../.." || exit 1
B=${B:-build}
case $B in /*) ;; *) B=$PWD/$B ;; esac
export LC_ALL=C
manual=$PWD/man/crm.7
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 4
passed=0
failed=0

# result OK WHAT: counts a check, and names it where it failed.
result() {
    if [ "$1" = 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "not ok: $2"
    fi
}

# The script: the literal block whose second line begins with its name.
awk '
    /^\.Bd -literal/ { inside = 1; line = 0; next }
    /^\.Ed/ { inside = mine = 0 }
    inside && ++line == 2 && /^# tier-report / { mine = 1; print "#!/bin/sh" }
    mine { gsub(/\\&/, ""); gsub(/\\e/, "\\"); print }' "$manual" >tier-report
[ "$(head -n 1 tier-report)" = '#!/bin/sh' ] && sh -n tier-report
result $? 'crm(7) holds a script'

# A clock for the script: `date +%Y-%m-%d` tells $TODAY.
mkdir bin shop full
cat >bin/date <<'END'
#!/bin/sh
[ "$*" = +%Y-%m-%d ] && echo "$TODAY"
END
chmod +x bin/date
PATH=$work/bin:$B/bin:$PATH

# The shop's books: a row and the days on which the shop shows it, the last one not included.
# From 2024-01-01 on, two orders a day by 37 customers, none of whom is in the story.
awk '
    function random(below) { # Park and Miller
        state = (state * 16807) % 2147483647
        return state % below
    }
    BEGIN {
        state = 20241101
        split("31 29 31 30 31 30 31 31 30 31 7", length_, " ")
        for (month = 1; month <= 11; month++)
            for (day = 1; day <= length_[month]; day++)
                for (i = 1; i <= 2; i++) {
                    date = sprintf("2024-%02d-%02d", month, day)
                    c = random(37)
                    printf "%s 9999 %d,c%02d,%s,%s,%d.%02d\n", date, ++id, c * c % 37 + 11, date,
                        random(20) ? "completed" : "cancelled", random(300), random(100)
                }
    }' >books
cat >>books <<'END'
2024-03-05 9999 9000,c01,2024-03-05,completed,120.00
2024-11-01 9999 R9000,c01,2024-11-01,completed,-120.00
2024-10-31 9999 9001,c02,2024-08-20,completed,77.70
2024-09-15 2024-11-02 9002,c03,2024-09-15,pending,45.00
2024-11-02 9999 9002,c03,2024-09-15,completed,45.00
2024-10-10 2024-11-02 9003,c04,2024-10-10,completed,500.00
2024-11-02 9999 9003,c04,2024-10-10,cancelled,500.00
2024-09-20 2024-11-01 9004,c05,2024-09-20,completed,60.50
2024-11-01 9999 9004,c05,2024-09-20,refunded,60.50
2024-08-25 2024-11-06 9005,c06,2024-08-25,completed,900.00
2024-11-06 9999 9005,c06,2024-08-25,cancelled,900.00
END
for n in 1 2 3 4 5 6; do # regulars, so that those of the story have a past and a rhythm
    echo "2024-0$n-1$n 9999 80$n,c0$n,2024-0$n-1$n,completed,10$n.00"
    echo "2024-07-2$n 9999 81$n,c0$n,2024-07-2$n,completed,20$n.00"
done >>books
{
    echo customer_id,name,city
    awk 'BEGIN { for (c = 1; c <= 50; c++) printf "c%02d,Name %d,%s\n", c, c, c % 2 ? "York" : "Kent" }'
} >customers.csv
gzip -c customers.csv >shop/customers.csv.gz

# shown DAY SINCE: the rows that the shop shows on that day, of orders since a day.
shown() {
    echo order,customer,date,status,amount
    awk -v day="$1" -v since="$2" '
        $1 <= day && day < $2 { split($3, cell, ","); if (cell[3] >= since) print $3 }' books
}

# export_shop DAY SINCE: tonight's file.
export_shop() {
    shown "$1" "$2" | gzip >shop/orders.csv.gz
}

# run DAY: the job on that day.
run() {
    TODAY=$1 sh tier-report shop >mail 2>errors
    rc=$?
}

# good DAY [STATUS]: the job has run, and all is as from all orders at once.
good() {
    day=$1
    [ "$rc" = "${2:-0}" ]
    result $? "$day: status $rc: $(cat errors)"
    shown "$day" '' >full/orders.csv
    last=$(ls full/segments-*.csv 2>/dev/null | grep -v "$day" | tail -n 1)
    crm-import -q customers.csv -o full/names.csv
    crm-import -q full/orders.csv -o full/clean.csv
    crm-rollup -q --as-of "$day" full/clean.csv -o full/all.csv
    crm-score -q --as-of "$day" full/all.csv -o full/scores.csv
    crm-segment -q ${last:+--previous "$last"} full/scores.csv customers=full/names.csv \
        -o "full/segments-$day.csv"
    crm-report -q "full/segments-$day.csv" -o full/tiers.html
    crm-report -q "full/segments-$day.csv" -o full/mail
    for file in all.csv "segments-$day.csv" tiers.html; do
        cmp -s "shop/$file" "full/$file"
        result $? "$day: $file is not that of all orders"
    done
    cmp -s mail full/mail
    result $? "$day: the mail is not that of all orders"
    # Customer, orders, and cents that came in and went out, by awk.
    shown "$day" '' | awk -F, -v OFS=, '
        function cents(money) { sub(/\./, "", money); return money + 0 }
        NR == 1 { next }
        $5 ~ /^-/ { back[$2] -= cents($5); there[$2]; next }
        $4 == "completed" { orders[$2]++; in_[$2] += cents($5); there[$2] }
        $4 == "refunded" { in_[$2] += cents($5); back[$2] += cents($5); there[$2] }
        END { for (c in there) print c, orders[c] + 0, in_[c] + 0, back[c] + 0 }' | sort >sums
    awk -F, -v OFS=, '
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        { print $at["customer_id"], $at["orders"], $at["amount"] * 100, $at["refund_amount"] * 100 }' \
        shop/all.csv | sort >got
    cmp -s sums got
    result $? "$day: sums of awk"
}

# stopped DAY STATUS MESSAGE: the job has not run to its end, and the last report is in place.
stopped() {
    [ "$rc" = "$2" ] && grep -q -e "$3" errors
    result $? "$1: status $rc, not $2; not \"$3\": $(cat errors)"
    cmp -s full/tiers.html shop/tiers.html && [ ! -s mail ] && [ ! -e "shop/segments-$1.csv" ]
    result $? "$1: the last report is not in place"
}

# cell FILE ID COLUMN: a customer's cell.
cell() {
    awk -F, -v id="$2" -v column="$3" '
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
        $1 == id { print $at[column] }' "$1"
}

# has WHAT WANT GOT: the story happens as it is told.
has() {
    [ "$2" = "$3" ]
    result $? "$1: \"$3\", not \"$2\""
}

export_shop 2024-10-30 ''
run 2024-10-30
good 2024-10-30
has 'closed on the 30th' closed-2024-07.csv "$(cd shop && ls closed-*)"
has 'orders of c02' 2 "$(cell shop/all.csv c02 orders)"
grep -q previous_tier shop/segments-2024-10-30.csv
has 'the first run knows no last one' 1 $?

export_shop 2024-10-31 2024-06-01
run 2024-10-31
good 2024-10-31
has 'closed on the 31st' closed-2024-07.csv "$(cd shop && ls closed-*)"
has 'the late order of c02' 3 "$(cell shop/all.csv c02 orders)"
has 'tiers of the 30th' "$(cell shop/segments-2024-10-30.csv c20 tier)" \
    "$(cell shop/segments-2024-10-31.csv c20 previous_tier)"

export_shop 2024-11-01 2024-07-01
run 2024-11-01
good 2024-11-01
has 'closed on the 1st' closed-2024-08.csv "$(cd shop && ls closed-*)"
run 2024-11-01
good 2024-11-01
has 'the late order in August' 1 "$(grep -c '^c02,2024-08,' shop/closed-2024-08.csv)"
# 120 + 101 + 201 came in, 120 went back
has 'refund of c01' '422.00 120.00' \
    "$(cell shop/all.csv c01 amount) $(cell shop/all.csv c01 refund_amount)"
has 'refund in place of c05' 60.50 "$(cell shop/all.csv c05 refund_amount)"
has 'pending order of c03' 2 "$(cell shop/all.csv c03 orders)"

export_shop 2024-11-02 2024-07-01
run 2024-11-02
good 2024-11-02
has 'completed order of c03' 3 "$(cell shop/all.csv c03 orders)"
has 'cancelled order of c04' 2 "$(cell shop/all.csv c04 orders)"
run 2024-11-02
good 2024-11-02

run 2024-11-05
stopped 2024-11-05 1 '^crm-rollup: the data end on 2024-11-02, more than 2d before 2024-11-05'

shown 2024-11-06 2024-07-01 | gzip | head -c 1500 >shop/orders.csv.gz
run 2024-11-06
stopped 2024-11-06 4 '^crm-import: orders.csv.gz: '
rm shop/orders.csv.gz
run 2024-11-06
stopped 2024-11-06 4 '^crm-import: .*orders.csv.gz'
export_shop 2024-11-06 2024-08-10
run 2024-11-06
stopped 2024-11-06 3 '^orders of 2024-08 changed after that month was closed, or are missing: remove'
export_shop 2024-11-06 2024-07-01
run 2024-11-06
stopped 2024-11-06 3 '^orders of 2024-08 changed after that month was closed, or are missing: remove'
# What the message says.
file=$(sed -n 's/.* remove \([^ ]*\) and run this with all orders$/\1/p' errors)
rm "$file"
export_shop 2024-11-06 ''
run 2024-11-06
good 2024-11-06
has 'cancelled order of c06' 2 "$(cell shop/all.csv c06 orders)"

{
    shown 2024-11-07 2024-07-01
    echo '7001,c12,2024-11-06,completed,12.5O'
    echo '7002,c12,2024-11-32,completed,12.50'
} | gzip >shop/orders.csv.gz
run 2024-11-07
good 2024-11-07 1
has 'bad rows' 3 "$(wc -l <shop/rejects.csv)"

# The month that is closed, over the turn of the year and with months that look octal.
for pair in 2025-01:2024-10 2025-02:2024-11 2025-03:2024-12 2025-04:2025-01 2025-08:2025-05 \
    2025-09:2025-06 2025-12:2025-09; do
    rm -f shop/closed-* shop/segments-*
    printf 'order,customer,date,amount\n1,A,2024-01-02,5\n2,A,%s-01,5\n' "${pair%:*}" |
        gzip >shop/orders.csv.gz
    run "${pair%:*}-02"
    has "in ${pair%:*} ($(cat errors))" "0 closed-${pair#*:}.csv" "$rc $(cd shop && ls closed-*)"
done

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
