#!/bin/sh
# What `make demo` shows: from a raw export to a tier report, with the account of each step.
# BIN: the commands. OUT: a directory for the files that are made.
set -eu
PATH=$BIN:$PATH
mkdir -p "$OUT"

# Shows a command as one would type it, then runs it.
run() {
    printf '\n$ %s\n' "$1"
    sh -c "$1" 2>&1
}

raw=samples/trading
printf 'A trading company: orders in GB18030, lines ending in CR LF, gzipped. The raw bytes of\n'
printf '%s/orders.csv.gz, and the same once imported:\n\n' "$raw"
gzip -dc $raw/orders.csv.gz | head -n 2 | od -A d -c | head -n 4

run "crm-import $raw/orders.csv.gz -o $OUT/orders.csv"
run "head -n 4 $OUT/orders.csv"

printf '\nSums by month, which merge with sums made before, and scores out of them:\n'
run "crm-rollup --by month $OUT/orders.csv -o $OUT/months.csv"
run "crm-score $OUT/months.csv -o $OUT/scores.csv"

printf '\nTiers and stages of life, beside those of June, with names out of the customer file:\n'
run "crm-score -q --as-of 2024-06-30 $OUT/orders.csv | crm-segment -q -o $OUT/june.csv"
run "crm-import -q $raw/customers.csv -o $OUT/customers.csv"
run "crm-segment --previous $OUT/june.csv $OUT/scores.csv customers=$OUT/customers.csv \\
    -o $OUT/segments.csv"

printf '\nAn English web shop, in one pipe:\n'
run "crm-import -q samples/shop/orders.csv | crm-score -q | crm-segment -q |
    crm-report -q --title 'The shop' -o $OUT/shop.html"

printf '\nThe tier report of the trading company, for a browser, and how it begins on a terminal:\n'
run "crm-report $OUT/segments.csv -o $OUT/tiers.html"
run "crm-report -q $OUT/segments.csv | head -n 58"

printf '\nThe whole of it, with charts, is in %s.\n' "$(cd "$OUT" && pwd)/tiers.html"
