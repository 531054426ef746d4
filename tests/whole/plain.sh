#!/bin/sh
# plain.sh: rows that are read the short way, by the block, beside the long way, row by row.
#
# With --where a condition sees every row before the command does, and no block is handed over whole: so
# with `--where 1`, which holds for every row, a run must give the same rows, messages, rejects and status
# as without. The logs are one set of orders in many forms: with and without quotes, in CSV and JSON
# Lines, with forms of dates and amounts that are plain and ones that are not, and with rows to reject.
# Each form is one that all rows, some rows or no rows are plain in; ids have 1 to 40 bytes.
# SEED: which logs.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/counted
case $PATH in /*) ;; *) PATH=$PWD/$PATH ;; esac
export LC_ALL=C SEED="${SEED:-1}"
cd "$work" || exit 4

# Orders as tab-separated values: 1,500 of them, of 3 customers that have many and 100 that have few.
awk -v seed="$SEED" 'function random(below) { # Park and Miller
    state = (state * 16807) % 2147483647
    return state % below
}
function one(list,  n, a) { n = split(list, a, "|"); return a[1 + random(n)] }
BEGIN {
    state = seed * 7919 + 1
    long = "-0123456789-abcdefghijklmnopqrstuvwxyz-"
    for (i = 0; i < 1500; i++) {
        k = random(3) ? 1 + random(3) : 4 + random(100)
        c = (k % 5 == 4 ? "\303\251" : "c") k substr(long, 1, k % 38)
        k = random(500)
        o = random(20) ? (k % 3 ? k : "order" k) substr(long, 1, k % 14) : ""
        day = sprintf("202%d-%02d-%02d", random(5), 1 + random(12), 1 + random(4) * 9)
        whole = random(10) ? random(1000) : random(1000000) random(1000000)
        amount = whole one("|.5|.25|.00|.1234|.|.99|.99")
        status = one("paid|Completed|\345\267\262\344\273\230\346\254\276")
        if (random(12) == 0) status = one("pending|refunded|cancelled|a status of more than 16 bytes")
        printf "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", c, o, day, amount, random(30) ? "EUR" : "JPY",
            status, random(15) ? one("|0|0.00") : "1.50", one("ann|b, c|d \"e\"|  f||\345\256\242 g")
    }
}' >orders.tsv

# form NAME: the orders as NAME, which is CSV or, by its name, JSON Lines.
form() {
    awk -F '\t' -v form="$1" 'function random(below) {
        state = (state * 16807) % 2147483647
        return state % below
    }
    function cell(text) {
        if (form ~ /^padded/ && random(20) == 0) text = " " text (random(2) ? " " : "")
        if (form ~ /escaped|ragged/ ? text ~ /[",]/ : text ~ /,/) q = 1
        else q = form ~ /quoted/ ? 1 : form ~ /some/ ? random(2) : 0
        if (form !~ /escaped|ragged/) gsub(/"/, "", text)
        gsub(/"/, "\"\"", text)
        return q ? "\"" text "\"" : text
    }
    function value(i, text) {
        gsub(/"/, "\\\"", text)
        if (text == "") return random(2) ? "null" : "\"\""
        if (i == 4 && text ~ /^[0-9]+(\.[0-9]+)?$/ && text !~ /^0[0-9]/) return text
        return "\"" text "\""
    }
    BEGIN {
        state = 5
        split("customer_id|order_id|date|amount|currency|status|refunded|name", head, "|")
        if (form ~ /total/) head[4] = "order_total"
        if (form !~ /json/) {
            for (i = 1; i <= 8; i++) printf "%s%s", head[i], i < 8 ? "," : form ~ /quoted/ ? "\r\n" : "\n"
        }
    }
    {
        if (form ~ /plain|quoted/) { $6 = "paid"; $7 = "0" } # every row
        if (form ~ /total/) $4 = $2 == "" ? 5 : length($1 $2) % 7 * 10 # most orders agree
        if (form ~ /messy/ && random(10) == 0) $4 = "EUR " $4
        if (form ~ /messy/ && random(10) == 0) $4 = random(2) ? "-" $4 : "1,234.50"
        if (form ~ /messy/ && random(10) == 0) gsub(/-/, "/", $3)
        if (form ~ /time|messy/ && random(3)) $3 = $3 (random(2) ? "T" : " ") "1" random(10) ":3" random(10)
        if (form ~ /time/ && random(9) == 0) $3 = $3 "Z"
        if (form ~ /bad/ && random(40) == 0) $(3 + random(4)) = "?"
        if (form ~ /json/) {
            gap = form ~ /json-blanks/ ? " " : ""
            line = ""
            shift = form ~ /json-mixed/ && random(30) == 0 ? random(8) : 0
            for (i = 0; i < 8; i++) {
                k = 1 + (i + shift) % 8
                if (form ~ /json-mixed/ && k > 6 && random(30) == 0) continue
                line = line (line == "" ? "" : "," gap) "\"" head[k] "\":" gap value(k, $k)
            }
            print "{" line "}"
            if (form ~ /json-mixed/ && random(50) == 0) print ""
            next
        }
        line = ""
        fields = form ~ /ragged/ && random(60) == 0 ? 7 : 8
        for (i = 1; i <= fields; i++) line = line (i > 1 ? "," : "") cell($i)
        printf "%s%s", line, form ~ /quoted/ ? "\r\n" : "\n"
        if (form ~ /ragged/ && random(60) == 0) print ""
    }' orders.tsv >"$1"
}

# same FILE COMMAND ...: both ways; the status is 0, or 1 with rejects.
same() {
    file=$1
    shift
    crm-"$@" --rejects short.rejects --max-rejects 100% -j 3 --block-size 20000 "$file" >short.out 2>short.err
    short=$?
    crm-"$@" --rejects long.rejects --max-rejects 100% -j 1 --where 1 "$file" >long.out 2>long.err
    long=$?
    echo "status $short and $long"
    [ $short = $long ] && [ $short -le 1 ] && cmp short.out long.out && cmp short.err long.err &&
        cmp short.rejects long.rejects && [ "$(wc -l <short.out)" -gt 1 ]
}

for file in plain.csv quoted.crlf some-quotes escaped time.some messy padded.bad ragged.bad total.csv \
    plain.json json-blanks.time json-mixed.messy json.bad json.total; do
    form $file
    for way in 'rollup --by-currency' 'rollup --by month --currency EUR --keep name' \
        'rollup --by day --by-currency --sum refunded' \
        'rollup --by year --currency EUR --since 2021-02-03 --until 2023-11-30' \
        'rollup --currency EUR --as-of 2022-02-28 --status pending=counted' \
        'rollup --by quarter --currency JPY --tz Asia/Shanghai' 'score --currency EUR' \
        'score --unit row --currency EUR' 'score --unit day --by-currency'; do
        # shellcheck disable=SC2086
        check "$file: $way" same $file $way
    done
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
