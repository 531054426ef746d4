#!/bin/sh
# jobs.sh: crm-rollup beside the sqlite3 program, and with several workers beside one.
#
# Random logs of orders: several currencies, refunds in each of their forms, statuses, missing ids, orders
# over several rows and days, paid by the row or by their total, cells with commas, quotes and line ends,
# bad rows of several kinds, totals that disagree. What a rollup must be is written below once more, as
# SQL over the same rows, from crm-formats(5): all columns of all rows, the lines of the rejects and the
# account. Then -j 2, 3 and 8 with blocks of several sizes must give the same bytes as -j 1: rows,
# messages, rejects and status.
# B: the build directory. LOGS, SEED: how many logs, and which.
set -u
B=${B:-build}
case $B in /*) ;; *) B=$PWD/$B ;; esac
PATH=$B/bin:$PATH
LOGS=${LOGS:-6}
SEED=${SEED:-1}
export LC_ALL=C
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
        echo "not ok: log $n of SEED=$SEED: $2"
    fi
}

# A log as N.csv, and its rows as they are meant in N.tsv, with the line on which each begins. Every
# second log has order_total in place of amount.
cat >generate.awk <<'END'
# Park and Miller's generator: the same logs with every awk.
function random(below) {
    state = (state * 16807) % 2147483647
    return state % below
}

function money(cents) {
    return sprintf("%s%d.%02d", cents < 0 ? "-" : "", int((cents < 0 ? -cents : cents) / 100),
        (cents < 0 ? -cents : cents) % 100)
}

function row(  c, o, m, d, cents, status, refunded, currency, units, note, bad, date) {
    o = random(9) ? "o" random(orders) : ""
    # Most orders are of one customer and one currency, and most of their totals agree.
    c = o != "" && random(12) ? substr(o, 2) % customers : random(customers)
    c = random(25) ? (c % 3 ? "c" c : "customer-with-a-long-id-" c) : ""
    currency = random(15) ? word[1 + (o == "" ? random(3) : substr(o, 2) % 3)] : word[1 + random(3)]
    status = word[4 + (random(3) ? 0 : random(5))]
    m = 1 + (o != "" && random(4) ? substr(o, 2) % 12 : random(12))
    d = 1 + (o != "" && random(2) ? substr(o, 2) % 28 : random(28))
    date = sprintf("2024-%02d-%02d", m, d)
    cents = totals && o != "" && random(30) ? 1000 + 7 * substr(o, 2) : random(100000)
    if (random(12) == 0) cents = -cents
    refunded = random(15) ? 0 : totals && o != "" ? 100 : 1 + random(900)
    units = random(60) ? random(9) : "x"
    note = random(9)
    bad = random(40) ? 0 : 1 + random(5)
    print line + (bad == 4 && note == 4), bad == 5 ? 0 : bad, c, o, date, status, cents, refunded, currency,
        units, note >truth
    printf "%s,%s,%s,%s,%s,%s,%s,%s,%s%s\n", o, c, bad == 1 ? "2024-13-01" : date,
        bad == 2 ? "teleported" : status, bad == 3 ? "12x" : money(cents), refunded ? money(refunded) : "",
        currency, units, text[note], bad == 4 ? ",more" : "" >log_
    line += 1 + (note == 4)
    if (bad == 5) { # a row of one field behind this one
        print line++, 4, "", "", "", "", 0, 0, "", "", 0 >truth
        print "short" >log_
    }
}

BEGIN {
    state = seed * 7919 + 1
    OFS = "\t"
    split("EUR USD GBP paid refund refunded pending cancelled", word, " ")
    text[1] = "a"
    text[2] = "b"
    text[3] = "\"say \"\"x\"\"\""
    text[4] = "\"two\nlines\""
    text[5] = "\"x,y\""
    for (n = 1; n <= logs; n++) {
        totals = n % 2 == 0
        customers = 1 + random(40)
        orders = 20 + random(200)
        truth = n ".tsv"
        log_ = n ".csv"
        line = 2
        print "order_id,customer_id,date,status," (totals ? "order_total" : "amount") \
            ",refunded,currency,units,note" >log_
        for (r = 200 + random(300); r > 0; r--) row()
        close(truth)
        close(log_)
    }
}
END
awk -v seed="$SEED" -v logs="$LOGS" -f generate.awk || exit 4

# The rollup of the rows t, from the manual. bad: 1 to 3 in a cell, 4 in the number of cells. An order is
# `name`; `whole` ones are paid by their total. grain, only and drop are --by, --currency and --where.
cat >rollup.sql <<'END'
CREATE TEMP TABLE seen AS SELECT t.*, form.* FROM t, form WHERE bad < 4 AND note <> drop_note;
CREATE TEMP TABLE sound AS
    SELECT *, by_total AND o <> '' AS whole, CASE o WHEN '' THEN day ELSE 'order ' || o END AS name,
        CASE WHEN status = 'paid' AND cents >= 0 THEN 'order' ELSE 'refund' END AS what,
        CASE WHEN status = 'paid' AND cents >= 0 THEN cents
             WHEN cents >= 0 AND (refunded > 0 OR status = 'refunded') THEN cents
             ELSE 0 END AS amount,
        CASE WHEN refunded > 0 OR (status = 'paid' AND cents >= 0) THEN refunded ELSE abs(cents) END AS back
    FROM seen
    WHERE bad = 0 AND status IN ('paid', 'refund', 'refunded') AND c <> '' AND only IN ('', cur);
CREATE TEMP TABLE rejected AS
    SELECT line FROM t WHERE bad = 4
    UNION ALL SELECT line FROM seen WHERE bad > 0
    UNION ALL SELECT line FROM sound WHERE what = 'order' AND units = 'x';
-- The rows of an order agree with its first one.
CREATE TEMP TABLE agreed AS
    SELECT *, NOT whole OR (amount = first_value(amount) OVER w AND back = first_value(back) OVER w) AS agrees
    FROM sound WHERE what = 'refund' OR units <> 'x'
    WINDOW w AS (PARTITION BY c, cur, name, what ORDER BY line);
INSERT INTO rejected SELECT line FROM agreed WHERE NOT agrees;
CREATE TEMP TABLE good AS
    SELECT *, c || '|' || cur || '|' || substr(day, 1, grain) AS entry FROM agreed WHERE agrees;
-- Money and orders stand where the earliest row of the order does.
CREATE TEMP TABLE item AS
    SELECT entry, what, day, amount, back, 0 AS orders FROM good WHERE NOT whole
    UNION ALL SELECT entry, what, min(day), amount, back, what = 'order' FROM good WHERE whole
        GROUP BY c, cur, name, what
    UNION ALL SELECT entry, what, min(day), 0, 0, 1 FROM good WHERE NOT whole AND what = 'order'
        GROUP BY c, cur, name;
CREATE TEMP TABLE days AS
    SELECT *, julianday(day) - julianday(lag(day) OVER w) AS gap, row_number() OVER w AS up,
        row_number() OVER (PARTITION BY entry ORDER BY day DESC) AS down
    FROM (SELECT DISTINCT entry, day FROM good WHERE what = 'order')
    WINDOW w AS (PARTITION BY entry ORDER BY day);
CREATE TEMP TABLE dates AS
    SELECT entry, min(day) AS first, max(CASE up WHEN 2 THEN day END) AS second,
        max(day) AS last, max(CASE down WHEN 2 THEN day END) AS prev,
        max(CASE down WHEN 3 THEN day END) AS prev2, count(*) AS days,
        ifnull(sum(gap * gap), 0) AS gap_sq, ifnull(max(gap), 0) AS gap_max
    FROM days GROUP BY entry;
CREATE TEMP TABLE kept AS
    SELECT entry, note, row_number() OVER (PARTITION BY entry ORDER BY day DESC, line DESC) AS down
    FROM good WHERE what = 'order' AND note BETWEEN 1 AND 5;
CREATE TEMP TABLE counts AS
    SELECT entry, c, cur, substr(day, 1, grain) AS period, sum(what = 'order') AS rows,
        sum(what = 'refund' OR back > 0) AS refunds,
        sum(CASE WHEN what = 'order' THEN units ELSE 0 END) AS units
    FROM good GROUP BY entry;
CREATE TEMP TABLE sums AS
    SELECT entry, sum(orders) AS orders, sum(amount) AS amount, sum(back) AS back,
        sum(CASE WHEN what = 'order' AND day = first THEN amount ELSE 0 END) AS first_amount
    FROM item LEFT JOIN dates USING (entry) GROUP BY entry;
.output want.rows
SELECT c || ',' || cur || CASE grain WHEN 0 THEN '' ELSE ',' || period END ||
    printf(',%s,%s,%s,%s,%s,%d,%d,%d,%d.%02d,%d.%02d,%d,%d,%d,%d.%02d,%d,%s', first, second, last, prev,
        prev2, rows, orders, days, amount / 100, amount % 100, first_amount / 100, first_amount % 100,
        gap_sq, gap_max, refunds, back / 100, back % 100, units,
        CASE note WHEN 1 THEN 'a' WHEN 2 THEN 'b' WHEN 3 THEN '"say ""x"""'
            WHEN 4 THEN '"two' || char(10) || 'lines"' WHEN 5 THEN '"x,y"' END)
FROM counts LEFT JOIN sums USING (entry) LEFT JOIN dates USING (entry)
    LEFT JOIN kept ON kept.entry = counts.entry AND down = 1, form
ORDER BY c, cur, period;
.output want.lines
SELECT line FROM rejected ORDER BY line;
.output want.account
SELECT (SELECT count(*) FROM t), (SELECT count(*) FROM counts), (SELECT count(*) FROM rejected),
    (SELECT count(*) FROM good) - (SELECT count(*) FROM counts),
    (SELECT count(*) FROM t) - (SELECT count(*) FROM good) - (SELECT count(*) FROM rejected);
END

# The numbers of the account as the SQL has them: read, written, rejected, merged, excluded.
account() {
    awk '/ rows read: / {
        sub(/ \(.*/, "")
        gsub(/[:,]/, "")
        for (i = 2; i < NF; i++) count[$(i + 1)] = $i
        printf "%d|%d|%d|%d|%d\n", count["rows"], count["written"], count["rejected"], count["merged"],
            count["excluded"]
    }' "$1"
}

# beside_sql GRAIN ONLY DROP OPTION...: the rollup of log n, as SQL has it.
beside_sql() {
    {
        printf '%s\n' 'CREATE TABLE t(line INTEGER, bad INTEGER, c, o, day, status, cents INTEGER,
            refunded INTEGER, cur, units, note INTEGER);' '.mode tabs' ".import $n.tsv t" '.mode list' \
            "CREATE TABLE form AS SELECT $1 AS grain, '$2' AS only, $3 AS drop_note, $((1 - n % 2)) AS by_total;"
        cat rollup.sql
    } | sqlite3 :memory: || exit 4
    shift 3
    crm-rollup -j 1 --rejects rejects --max-rejects 100% --sum units --keep note "$@" "$n.csv" >got 2>err
    tail -n +2 got | cmp -s want.rows -
    result $? "$*: other rows than SQL has"
    # The reason stands between quotes; of the rows in it only first lines begin with the file's name.
    sed -n "s/^$n\\.csv,\\([0-9]*\\),.*/\\1/p" rejects | cmp -s want.lines -
    result $? "$*: other rejects than SQL has"
    account err | cmp -s want.account -
    result $? "$*: another account than SQL has"
    rejected=$((rejected + $(wc -l <want.lines)))
}

# of_many OPTION...: other jobs and blocks, beside the same with one job.
of_many() {
    crm-rollup -j 1 --rejects want.rejects "$@" "$n.csv" >want 2>want.err
    want_rc=$?
    [ -e want.rejects ] || : >want.rejects
    for shape in 2:64 3:65 8:127 8:4096 3:262144; do
        rm -f rejects
        crm-rollup -j "${shape%:*}" --block-size "${shape#*:}" --rejects rejects "$@" "$n.csv" >got 2>err
        rc=$?
        [ -e rejects ] || : >rejects
        [ $rc = $want_rc ] && cmp -s want got && cmp -s want.err err && cmp -s want.rejects rejects
        result $? "-j ${shape%:*} --block-size ${shape#*:} $*: other bytes than -j 1"
    done
    rm -f want.rejects
}

n=1
rejected=0
while [ $n -le "$LOGS" ]; do
    beside_sql 0 '' -1 --by-currency
    mv want.lines first.lines
    beside_sql 7 '' -1 --by-currency --by month
    beside_sql 10 '' -1 --by-currency --by day
    beside_sql 0 EUR -1 --currency EUR
    beside_sql 7 '' 2 --by-currency --by month --where "note IS NOT 'b'"
    for by in all month day; do
        of_many --max-rejects 100% --by-currency --by $by --sum units --keep note
    done
    of_many --max-rejects 100% --currency EUR --keep note,status
    of_many --max-rejects 100% --by-currency --where "note = 'b' OR units = 3" --sum units
    of_many --max-rejects 3 --by-currency --sum units
    of_many --max-rejects 100% # two currencies
    # Without rejects the first bad row in the input's order ends the run.
    for shape in 1:262144 2:64 3:65 8:127 8:4096; do
        crm-rollup -j "${shape%:*}" --block-size "${shape#*:}" --by-currency --sum units "$n.csv" >got 2>err
        grep -q "^crm-rollup: $n\\.csv:$(head -n 1 first.lines):" err
        result $? "-j ${shape%:*} --block-size ${shape#*:}: another row than the first bad one"
    done
    n=$((n + 1))
done
# A test without bad rows proves little.
n=all
[ "$rejected" -ge $((LOGS * 50)) ]
result $? "$rejected rejects are few"
echo "$passed passed, $failed failed"
[ $failed = 0 ]
