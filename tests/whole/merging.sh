#!/bin/sh
# merging.sh: sums that merge. Random logs of transactions are cut in two or three, by date, by customer
# or at random rows; the rollups of the parts, at every --by and also finer than it, must merge to the
# rollup of the whole byte for byte, or stop with status 3 and the name of the customer whose purchase
# days interleave. Which of the two is foretold when the log is made. Cuts between days and between
# customers must always merge. Then workers and block sizes: they must leave no trace.
# B: the build directory. LOGS, SEED: how many logs, and which.
set -u
B=${B:-build}
case $B in /*) ;; *) B=$PWD/$B ;; esac
PATH=$B/bin:$PATH
LOGS=${LOGS:-240}
SEED=${SEED:-1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 4

# The logs: N.csv and its parts N.1.csv, N.2.csv, ...; a line about each goes to stdout:
#   N by grain cut parts options verdict
# by: of the merge; grain: of the parts' rollups; verdict: "merges", or the customer to be named.
cat >generate.awk <<'END'
# Park and Miller's generator: the same logs with every awk.
function random(below) {
    state = (state * 16807) % 2147483647
    return state % below
}

# Days since 2024-01-01 to a date (2024 to 2026 are enough).
function date(day,  year, month, length_) {
    for (year = 2024; day >= 365 + (year == 2024); year++) day -= 365 + (year == 2024)
    for (month = 1; ; month++) {
        length_ = substr("312831303130313130313031", 2 * month - 1, 2) + (month == 2 && year == 2024)
        if (day < length_) break
        day -= length_
    }
    return sprintf("%04d-%02d-%02d", year, month, day + 1)
}

function period(date_, grain) {
    if (grain == "year") return substr(date_, 1, 4)
    if (grain == "quarter") return substr(date_, 1, 4) int((substr(date_, 6, 2) - 1) / 3)
    if (grain == "month") return substr(date_, 1, 7)
    return grain == "day" ? date_ : ""
}

function add_row(customer, order, day, cents, currency,  amount) {
    rows++
    amount = (cents < 0 ? "-" : "") sprintf("%d.%02d", abs(cents) / 100, abs(cents) % 100)
    customer_of[rows] = customer
    day_of[rows] = day
    counted[rows] = cents >= 0
    currency_of[rows] = currency
    text[rows] = customer (with_orders ? "," order : "") "," date(day) "," amount "," \
        (random(3) ? random(5) : "") "," (random(3) ? substr("northsouth", 1 + 5 * random(2), 5) : "") \
        (with_currency ? "," currency : "")
}

function abs(x) {
    return x < 0 ? -x : x
}

# Orders of one to three lines, all on one day; refunds on other days. Kept values are compared only
# where there are no refunds.
function make_rows(  o, line, lines, customer, day, currency, span) {
    rows = 0
    span = substr("006040400", 1 + 3 * random(3), 3) + 0
    for (o = 1 + random(12); o > 0; o--) {
        customer = "c" (1 + random(4))
        day = random(span)
        currency = random(2) ? "EUR" : "JPY"
        lines = 1 + random(3)
        for (line = 1; line <= lines; line++) add_row(customer, "o" o, day, random(20000), currency)
        if (with_refunds && random(3) == 0)
            add_row(customer, "o" o, day + random(30), -1 - random(5000), currency)
    }
}

function swap(list, i, k,  x) {
    x = list[i]
    list[i] = list[k]
    list[k] = x
}

function shuffle(  i, k) {
    for (i = rows; i > 1; i--) {
        k = 1 + random(i)
        swap(text, i, k); swap(customer_of, i, k); swap(day_of, i, k)
        swap(counted, i, k); swap(currency_of, i, k)
    }
}

# The part that each row falls in.
function cut_rows(how,  i, border) {
    border = random(60)
    for (i = 1; i <= rows; i++) {
        if (how == "date") part[i] = 1 + (day_of[i] > border) + (parts == 3 && day_of[i] > border + 9)
        else if (how == "customer") part[i] = 1 + substr(customer_of[i], 2) % parts
        else part[i] = 1 + random(parts)
    }
}

# Two parts cannot be joined where their purchase days of one customer, currency and period of the
# grain overlap. Returns the first such customer, bytewise.
function verdict(grain,  i, key, first, last, customer, p, q, of, worst, a, b) {
    for (i = 1; i <= rows; i++) {
        if (!counted[i]) continue
        key = customer_of[i] "," currency_of[i] "," period(date(day_of[i]), grain)
        of[key] = customer_of[i]
        a = key "," part[i]
        if (!(a in first) || day_of[i] < first[a]) first[a] = day_of[i]
        if (!(a in last) || day_of[i] > last[a]) last[a] = day_of[i]
    }
    worst = "merges"
    for (key in of)
        for (p = 1; p < parts; p++)
            for (q = p + 1; q <= parts; q++) {
                a = key "," p
                b = key "," q
                if ((a in first) && (b in first) && first[a] <= last[b] && first[b] <= last[a] &&
                    (worst == "merges" || of[key] < worst)) worst = of[key]
            }
    return worst
}

function write(file, which,  i) {
    print "customer_id" (with_orders ? ",order_id" : "") ",date,amount,quantity,region" \
        (with_currency ? ",currency" : "") >file
    for (i = 1; i <= rows; i++) if (!which || part[i] == which) print text[i] >file
    close(file)
}

BEGIN {
    state = seed * 7919 + 1
    split("all year quarter month day", grains, " ")
    split("date customer random", cuts, " ")
    for (n = 1; n <= logs; n++) {
        by = n % 5
        grain = n % 2 ? by : by + random(5 - by)
        how = cuts[int(n / 5) % 3 + 1]
        parts = 2 + random(2)
        with_orders = random(4)
        with_currency = random(3) == 0
        with_refunds = random(2)
        make_rows()
        if (!with_currency) for (i = 1; i <= rows; i++) currency_of[i] = ""
        shuffle()
        cut_rows(how)
        write(n ".csv", 0)
        for (p = 1; p <= parts; p++) write(n "." p ".csv", p)
        print n, grains[by + 1], grains[grain + 1], how, parts, "--sum=quantity" \
            (with_currency ? ",--by-currency" : "") (with_refunds ? "" : ",--keep=region"), \
            verdict(grains[grain + 1])
    }
}
END
LC_ALL=C awk -v seed="$SEED" -v logs="$LOGS" -f generate.awk >plan || exit 4

passed=0
failed=0
merged=0
refused=0
pass() {
    passed=$((passed + 1))
}
fail() {
    failed=$((failed + 1))
    echo "not ok: log $n of SEED=$SEED: $*"
}

# Day 2030-12-31 lies behind all data, so that no last day is taken for a typing error.
rollup() {
    crm-rollup -q --as-of 2030-12-31 "$@"
}

# Rolls up the parts; in every seventh log of one grain the last part stays as transactions.
roll_parts() {
    set --
    p=1
    while [ $p -le "$parts" ]; do
        file=$n.$p.csv
        if [ $p -lt "$parts" ] || [ "$by" != "$grain" ] || [ $((n % 7)) -ne 0 ]; then
            rollup --by "$grain" $options "$file" >"$n.$p.rollup" || fail "rollup of $file"
            file=$n.$p.rollup
        fi
        set -- "$@" "$file"
        p=$((p + 1))
    done
    files=$*
}

check_merge() {
    rollup --by "$by" $options $files >got 2>err
    rc=$?
    if [ "$verdict" = merges ]; then
        if [ $rc = 0 ] && cmp -s got want; then
            merged=$((merged + 1))
            pass
        else
            fail "$cut at --by $by from --by $grain $options: status $rc, or another rollup"
            cat err
            diff want got
        fi
    elif [ "$cut" != random ]; then
        fail "cut by $cut, yet $verdict's days are thought to interleave"
    elif [ $rc = 3 ] && grep -q "customer \"$verdict\": purchase days .* cannot be merged" err; then
        refused=$((refused + 1))
        pass
    else
        fail "$cut at --by $by from --by $grain $options: status $rc, not 3 because of $verdict"
        cat err
    fi
}

check_jobs() {
    for jobs in 1 2 3 8; do
        for size in 64 65 127 4096; do
            if rollup --by "$by" $options --jobs $jobs --block-size $size "$n.csv" | cmp -s - want; then
                pass
            else
                fail "--by $by --jobs $jobs --block-size $size: another rollup"
            fi
        done
    done
    [ "$verdict" = merges ] || return
    for size in 64 65 127 4096; do
        if rollup --by "$by" $options --block-size $size $files | cmp -s - want; then
            pass
        else
            fail "merge of $files --by $by --block-size $size: another rollup"
        fi
    done
}

while read -r n by grain cut parts options verdict; do
    options=$(echo "$options" | tr , ' ')
    rollup --by "$by" $options "$n.csv" >want || fail "rollup of the whole"
    roll_parts
    check_merge
    [ $((n % 16)) -ne 0 ] || check_jobs
done <plan

echo "$merged merges equal the whole, $refused refused"
# A test that sees only one of the two outcomes proves little.
n=all
[ $merged -ge $((LOGS / 2)) ] && [ $refused -ge $((LOGS / 20)) ] || fail "one-sided logs"
echo "$passed passed, $failed failed"
[ $failed = 0 ]
