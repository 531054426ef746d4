#!/bin/sh
# What `make demo` shows: from a raw export to scored customers, with the account of each step.
# BIN: the commands. OUT: a directory for the files that are made.
set -eu
PATH=$BIN:$PATH
mkdir -p "$OUT"

# Shows a command as one would type it, then runs it.
run() {
    printf '\n$ %s\n' "$1"
    sh -c "$1" 2>&1
}

raw=samples/trading/orders.csv.gz
printf 'A trading company: orders in GB18030, lines ending in CR LF, gzipped. The raw bytes of\n'
printf '%s, and the same once imported:\n\n' "$raw"
gzip -dc "$raw" | head -n 2 | od -A d -c | head -n 4

run "crm-import $raw -o $OUT/orders.csv"
run "head -n 4 $OUT/orders.csv"
run "crm-rollup --by month --keep name $OUT/orders.csv -o $OUT/months.csv"
run "crm-score --keep name $OUT/months.csv -o $OUT/scores.csv"

printf '\nThe same steps in one pipe, the best ten first:\n'
command="crm-import -q $raw | crm-rollup -q --by month --keep name | crm-score -q --keep name -t table"
printf '\n$ %s\n' "$command"
sh -c "$command" >"$OUT/table.txt"
head -n 2 "$OUT/table.txt"
tail -n +3 "$OUT/table.txt" | LC_ALL=C sort -k 9,9nr -k 5,5nr | head -n 10

printf '\nAn English web shop, in one line:\n'
run "crm-import samples/shop/orders.csv | crm-score -o $OUT/shop.csv"

printf '\nThe files are in %s.\n' "$OUT"
