#!/bin/sh
# pipeline.sh: a stream ends on purpose. The first command of a pipeline dies at row 900; nothing behind
# it writes a file, everything behind it ends with status 3 and says where the first one stopped. In CSV,
# TSV and JSON Lines, with two commands and with three, and where the stream was kept in a file.
# B: the build directory.
set -u
B=${B:-build}
case $B in /*) ;; *) B=$PWD/$B ;; esac
PATH=$B/bin:$PATH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 4

passed=0
failed=0
is() { # WHAT GOT WANT
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'not ok: %s\n    got:  %s\n    want: %s\n' "$1" "$2" "$3"
    fi
}

# 1,200 orders of 300 customers; in the file "broken" row 900, which is line 901, is another one.
orders() { # FILE [ROW 900]
    awk -v other="${2-}" 'BEGIN {
        print "customer_id,order_id,date,amount"
        for (i = 1; i <= 1200; i++)
            if (i == 900 && other) print other
            else printf "c%03d,o%d,2024-%02d-%02d,%d.50\n", i % 300, i, i % 12 + 1, i % 28 + 1, i % 90
    }' >"$1"
}

# The last error message of a command, without its name.
said() {
    tail -n 1 "$1" | sed 's/^crm-[a-z]*: //'
}

# Whatever a command is asked to write must not be there, and what was there must be as it was.
fresh() {
    rm -rf out
    mkdir out
    echo old >out/old.csv
}
nothing_written() { # WHAT
    is "$1: files" "$(ls -A out)" old.csv
    is "$1: the old file" "$(cat out/old.csv)" old
}

two_commands() { # WHAT FORMAT ORIGIN INPUT
    what="$1, $2: crm-import |"
    fresh
    { crm-import -q -t "$2" "$4" 2>err1; echo $? >rc1; } |
        { crm-rollup -f "$2" -o out/old.csv --summary=out/account.json --rejects out/bad.csv 2>err2
          echo $? >rc2; }
    is "$what first status" "$(cat rc1)" "$5"
    is "$what rollup status" "$(cat rc2)" 3
    is "$what rollup says" "$(said err2)" "input is incomplete: $3"
    nothing_written "$what rollup"

    fresh
    crm-import -q -t "$2" "$4" 2>err1 |
        { crm-score -f "$2" -o out/old.csv --save-thresholds out/cuts.json 2>err2; echo $? >rc2; }
    is "$what score status" "$(cat rc2)" 3
    is "$what score says" "$(said err2)" "input is incomplete: $3"
    nothing_written "$what score"
}

three_commands() { # WHAT FORMAT ORIGIN INPUT STATUS SECOND
    what="$1, $2: crm-import | $6 |"
    fresh
    { crm-import -q -t "$2" "$4" 2>err1; echo $? >rc1; } |
        { $6 -f "$2" -t "$2" 2>err2; echo $? >rc2; } |
        { crm-score -f "$2" -o out/old.csv --save-thresholds out/cuts.json 2>err3; echo $? >rc3; }
    is "$what first status" "$(cat rc1)" "$5"
    is "$what second status" "$(cat rc2)" 3
    is "$what third status" "$(cat rc3)" 3
    is "$what second says" "$(said err2)" "input is incomplete: $3"
    is "$what third says" "$(said err3)" "input is incomplete: $3"
    nothing_written "$what score"
}

# The stream kept in a file is refused later as well.
kept_in_file() { # WHAT FORMAT ORIGIN INPUT
    what="$1, $2: crm-import >kept;"
    fresh
    crm-import -q -t "$2" "$4" >kept 2>err1
    crm-rollup -f "$2" kept -o out/old.csv 2>err2
    is "$what status" $? 3
    is "$what says" "$(said err2)" "kept: input is incomplete: $3"
    nothing_written "$what"
}

all_ways() { # WHAT ORIGIN INPUT STATUS
    for format in csv tsv jsonl; do
        two_commands "$1" $format "$2" "$3" "$4"
        three_commands "$1" $format "$2" "$3" "$4" crm-import
        three_commands "$1" $format "$2" "$3" "$4" crm-rollup
        three_commands "$1" $format "$2" "$3" "$4" "crm-rollup --by month"
        kept_in_file "$1" $format "$2" "$3" "$4"
    done
}

# A sound pipeline first: the files are there, and the same as by single steps.
orders sound.csv
fresh
crm-import -q sound.csv | crm-rollup -q | crm-score -q -o out/piped.csv --save-thresholds out/piped.json
is "sound: status" $? 0
crm-score -q sound.csv | cut -d , -f 1-9 >out/direct.csv # behind them what a rollup has before them
cut -d , -f 1,16- out/piped.csv | cmp -s - out/direct.csv
is "sound: scores by pipeline and directly" $? 0
is "sound: customers" "$(grep -c '^c' out/direct.csv)" 301

orders orders.csv c900,o900,2024-01-05,12,5
all_ways "ragged row" "crm-import stopped at orders.csv:901:25" orders.csv 3

orders orders.csv c900,o900,2024-02-30,12
all_ways "bad date" "crm-import stopped at orders.csv:901:11" orders.csv 3

orders orders.csv 'c900,o900,2024-01-05,"12'
all_ways "open quote" "crm-import stopped at orders.csv:901:22" orders.csv 3

orders whole.csv
size=$(gzip -nc whole.csv | wc -c)
gzip -nc whole.csv | head -c $((size * 3 / 4)) >orders.csv.gz
all_ways "truncated gzip" "crm-import stopped at orders.csv.gz" orders.csv.gz 4

# Small blocks put header, rows and marker into pieces of their own; what is said stays the same.
orders orders.csv c900,o900,2024-02-30,12
for size in 64 65 1000; do
    for format in csv jsonl; do
        fresh
        crm-import -q -t $format --block-size $size orders.csv 2>err1 |
            { crm-rollup -q --block-size $size -o out/new.csv 2>err2; echo $? >rc2; }
        is "blocks of $size, $format: status" "$(cat rc2)" 3
        is "blocks of $size, $format: says" "$(said err2)" \
            "input is incomplete: crm-import stopped at orders.csv:901:11"
        nothing_written "blocks of $size, $format"
    done
done

# A command in the middle that fails by itself is where it started for those behind it.
crm-rollup -q sound.csv -o sound-rollup.csv
fresh
crm-import -q sound.csv |
    { crm-rollup -q sound-rollup.csv - 2>err2; echo $? >rc2; } |
    { crm-score -q -o out/new.csv 2>err3; echo $? >rc3; }
is "failing merge: second status" "$(cat rc2)" 3
is "failing merge: third status" "$(cat rc3)" 3
case $(said err3) in
"input is incomplete: crm-rollup stopped: customer 'c000': purchase days "*) cause=told ;;
*) cause=$(said err3) ;;
esac
is "failing merge: third says" "$cause" told
nothing_written "failing merge"

# A reader that goes away ends the pipeline quietly.
crm-import -q sound.csv 2>err1 | head -n 1 >first
is "closed pipe: the first line" "$(cat first)" customer_id,order_id,date,amount,order_state
is "closed pipe: silence" "$(cat err1)" ""

echo "$passed passed, $failed failed"
[ $failed = 0 ]
