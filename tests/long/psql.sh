#!/bin/sh
# The recipe of crm(7) for PostgreSQL, run as it is printed on a server of its own: scores and segments
# are loaded with \copy, queried back and compared with what crm-query says of the same files. Then
# what must not load: a stream that ended too early. The server listens on a socket in a directory of
# its own, as user postgres. Installs Debian's postgresql where that is possible; else it is skipped.
set -u
cd "$(dirname "$0")/../.." || exit 1
B=${B:-build}
case $B in /*) ;; *) B=$PWD/$B ;; esac
export LC_ALL=C
top=$PWD
work=$(mktemp -d)
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

skip() {
    rm -rf "$work"
    echo "skipped: $1"
    echo '0 passed, 0 failed'
    exit 0
}

# Debian keeps initdb out of PATH; the newest version is taken.
server() {
    ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t / -k 5n | tail -n 1
}
if [ -z "$(server)" ] && [ "$(id -u)" = 0 ]; then
    apt-get install -y --no-install-recommends postgresql >/dev/null 2>&1
fi
bin=$(server)
[ -x "$bin/initdb" ] && command -v psql >/dev/null || skip 'no PostgreSQL server'

# The server refuses to run as root.
as_server() {
    if [ "$(id -u)" = 0 ]; then
        (cd / && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}
stop() {
    as_server "$bin/pg_ctl" -D "$work/server/data" -m immediate stop >/dev/null 2>&1
    rm -rf "$work"
}
trap stop EXIT
mkdir "$work/server"
chmod 755 "$work"
[ "$(id -u)" != 0 ] || chown postgres "$work/server"
{
    as_server "$bin/initdb" -D "$work/server/data" -U postgres -A trust -E UTF8 --locale=C --no-sync &&
        as_server "$bin/pg_ctl" -D "$work/server/data" -l "$work/server/log" -w \
            -o "-c listen_addresses='' -c unix_socket_directories='$work/server' -c fsync=off" start
} >"$work/start" 2>&1 || {
    cat "$work/start" "$work/server/log"
    echo 'not ok: the server does not start'
    echo '0 passed, 1 failed'
    exit 1
}
export PGHOST="$work/server" PGUSER=postgres PGCLIENTENCODING=UTF8
unset PGPORT PGDATABASE PGPASSWORD PGSERVICE PGOPTIONS
psql -q -d postgres -c 'CREATE DATABASE crm' || exit 1

# The recipe: the literal block that has \copy in it.
PATH=$B/bin:$PATH
cd "$work" || exit 4
awk '
    /^\.Bd -literal/ { block = ""; inside = 1; next }
    /^\.Ed/ { if (block ~ /\\copy/) printf "%s", block; inside = 0 }
    inside { gsub(/\\&/, ""); gsub(/\\e/, "\\"); block = block $0 "\n" }' "$top/man/crm.7" >recipe
grep -q copy recipe
result $? 'crm(7) has a recipe for psql'

# Customers out of the data, and one row that PostgreSQL could take amiss: a name with quote, comma and
# backslash as an id, and \. in the middle of it.
crm-import -q "$top/samples/trading/orders.csv.gz" -o orders.csv
sed '1!d' orders.csv >odd
awk 'NR == 2 { sub(/^[^,]*/, "\"a\"\"b,c\\\\.d'\''\""); print }' orders.csv >>odd
tail -n +2 orders.csv >>odd
mv odd orders.csv
PSQLRC=/dev/null sh -e recipe >shown 2>errors
rc=$?
[ $rc = 0 ] && [ ! -s errors ]
result $? "the recipe: status $rc: $(cat errors)"

# ask SQL: an answer of PostgreSQL as CSV without a header.
ask() {
    PSQLRC=/dev/null psql -q --csv -t crm -c "$1"
}

# same WHAT SQL SQL FILE...: the first for PostgreSQL, the second for crm-query.
same() {
    what=$1
    ask "$2" >got
    query=$3
    shift 3
    crm-query -q "$query" "$@" | tail -n +2 >want
    [ -s want ] && diff want got
    result $? "$what"
}

crm-segment -q scores.csv -o segments.csv
same 'rows' 'SELECT count(*) FROM scores' 'SELECT count(*) FROM scores' scores.csv
same 'sums of scores' \
    'SELECT trim_scale(sum(monetary)), sum(frequency), sum(recency_days), sum(r), sum(f), sum(m),
        sum(orders), sum(days), sum(gap_max), count(prev_date), min(first_date), max(last_date) FROM scores' \
    'SELECT sum(monetary), sum(frequency), sum(recency_days), sum(r), sum(f), sum(m),
        sum(orders), sum(days), sum(gap_max), count(prev_date), min(first_date), max(last_date) FROM scores' \
    scores.csv
same 'sums by tier' \
    'SELECT tier, count(*), trim_scale(sum(monetary)), trim_scale(sum(to_next_tier)), count(to_next_tier)
        FROM segments GROUP BY tier ORDER BY 1' \
    'SELECT tier, count(*), sum(monetary), sum(to_next_tier), count(to_next_tier)
        FROM segments GROUP BY tier ORDER BY 1' \
    segments.csv
same 'every customer' \
    'SELECT customer_id, trim_scale(monetary), rfm, as_of, prev2_date, segment, tier, lifecycle
        FROM segments JOIN scores USING (customer_id, monetary, rfm, as_of, prev2_date)
        ORDER BY 1' \
    "SELECT customer_id, monetary, rfm, as_of, prev2_date, segment, tier, lifecycle
        FROM segments WHERE prev2_date <> '' ORDER BY 1" \
    segments.csv
# What the recipe itself shows.
crm-query -q 'SELECT tier, count(*), sum(monetary) FROM segments GROUP BY tier ORDER BY tier_rank' \
    segments.csv | tail -n +2 | tr , ' ' >want
sed -n 's/ *| */ /g; s/^ *//; /^[A-Za-z]* [0-9]/s/0*$//p' shown >got
diff want got
result $? 'the table that the recipe shows'

# A stream whose makers failed before there was a row: nothing is loaded; with the header matched, from
# version 15 on, it is an error too.
{
    cat orders.csv
    echo '000013,Name,XS9,2024-12-24,已完成,12.5O,CNY,,,,counted'
} >broken.csv
before=$(ask 'SELECT count(*) FROM segments')
crm-import -q broken.csv 2>/dev/null | crm-score -q 2>/dev/null | crm-segment -q >none 2>/dev/null
PSQLRC=/dev/null psql -q crm -c '\copy segments from stdin csv header' <none >/dev/null 2>&1
[ "$(ask 'SELECT count(*) FROM segments')" = "$before" ]
result $? 'a stream without rows loads none'
if [ "$(ask 'SHOW server_version_num')" -ge 150000 ]; then
    PSQLRC=/dev/null psql -q crm -c '\copy segments from stdin with (format csv, header match)' \
        <none >/dev/null 2>&1
    [ $? != 0 ]
    result $? 'a stream without rows is refused where the header must match'
    PSQLRC=/dev/null psql -q crm -c 'CREATE TABLE again (LIKE scores)' \
        -c '\copy again from stdin with (format csv, header match)' <scores.csv
    result $? 'the header of scores matches'
fi
# And one that failed half-way: crm-query has written good rows by then.
ask 'CREATE TABLE amounts (customer_id text, amount numeric)'
crm-query -q 'SELECT customer_id, amount FROM broken' broken.csv 2>/dev/null >half
[ "$(wc -l <half)" -gt 600 ]
result $? 'half a stream has rows'
PSQLRC=/dev/null psql -q crm -c '\copy amounts from stdin csv header' <half >/dev/null 2>&1
[ $? != 0 ] && [ "$(ask 'SELECT count(*) FROM amounts')" = 0 ]
result $? 'half a stream is refused as a whole'

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
