#!/bin/sh
# How SQLite goes about every statement for crm-query in README.md and the manuals: nowhere does it
# scan a table for each row of another, which takes minutes where the tables are large (see sqlite.sh),
# and a virtual table is read once, in a loop of its own.
#
# The examples are run as examples.sh runs them, with a crm-query that does as it is told and then asks
# for the plan. Where EXPLAIN is refused it is asked for behind a comment; then the plan is that of the
# tables as they are copied for a join. That no stream is read twice shows anyway: crm-query fails
# then, and examples.sh with it.
set -u
cd "$(dirname "$0")/../.." || exit 1
B=${B:-build}
case $B in /*) ;; *) B=$PWD/$B ;; esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

mkdir -p "$work/bin" "$work/plans"
ln -s "$B"/bin/* "$work/bin/"
rm "$work/bin/crm-query"
cat >"$work/bin/crm-query" <<END
#!/bin/sh
real=$B/bin/crm-query
plans=$work/plans
END
cat >>"$work/bin/crm-query" <<'END'
# Standard input is read twice.
cat >"$plans/$$.stdin"
"$real" "$@" <"$plans/$$.stdin"
rc=$?
[ $rc = 0 ] || echo "$*" >"$plans/$$.failed" # an example of an error
case " $* " in *" --columns "*) exit $rc ;; esac
ask() { # PREFIX ARGUMENT...: the plan; of options no more is known than that -t and -o take a value
    prefix=$1
    value=
    shift
    for argument; do
        shift
        if [ "$value" ]; then
            value=
            continue
        fi
        case $argument in
        -t | -o) value=yes ;;
        -?*) ;;
        SELECT* | WITH*)
            printf '%s\n' "$argument" >"$plans/$$.sql"
            set -- "$@" "$prefix $argument"
            ;;
        *) set -- "$@" "$argument" ;;
        esac
    done
    "$real" -q -t tsv "$@" <"$plans/$$.stdin" >"$plans/$$.plan" 2>"$plans/$$.errors"
}
[ $rc != 0 ] || ask 'EXPLAIN QUERY PLAN' "$@" || ask '/**/ EXPLAIN QUERY PLAN' "$@"
exit $rc
END
chmod +x "$work/bin/crm-query"

# nested PLAN: what of a plan is a scan for each row of another table.
nested() {
    awk -F '\t' '
        NR == 1 { next }
        $4 ~ /^CORRELATED/ { each_row[$1] = 1 }
        $2 in each_row { each_row[$1] = 1 }
        $4 !~ /^(SCAN|SEARCH) / || $4 ~ /CONSTANT ROW/ { next }
        {
            inner = ++loops[$2] > 1 || $2 in each_row
            if ($4 ~ /VIRTUAL TABLE/) streams[$2]++
            if (inner && $4 ~ /^SCAN / || loops[$2] > 1 && streams[$2]) print $4
        }' "$1"
}

# check SQL PLAN: counts a statement.
check() {
    found=$(nested "$2")
    if [ -z "$found" ] && grep -q '	\(SCAN\|SEARCH\) ' "$2"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'not ok: %s: %s\n' "$(cat "$1")" "${found:-no plan: $(cat "${2%.plan}.errors")}"
    fi
}

B=$work sh tests/whole/examples.sh >"$work/examples" 2>&1
seen=0
for file in "$work"/plans/*.sql "$work"/plans/*.failed; do
    seen=$((seen + 1))
    case $file in *.sql) check "$file" "${file%.sql}.plan" ;; esac
done

# No fewer statements than the pages have, as far as they begin behind the command.
count=$(cat README.md man/*.[157] | grep -c "^[>\$] .*crm-query .*['\"]\(SELECT\|WITH\)")
if [ "$count" -gt 9 ] && [ $seen -ge "$count" ]; then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
    echo "not ok: $seen of $count statements; examples.sh: $(tail -n 1 "$work/examples")"
fi

# What must be found out: a scan for each row, as a join and as a subquery.
cd "$work" || exit 4
awk 'BEGIN { print "customer_id,date,amount"; for (i = 1; i < 9; i++) printf "%d,2024-01-05,%d\n", i, i }' >a.csv
cp a.csv b.csv
for sql in 'SELECT count(*) FROM a JOIN b ON a.amount < b.amount' \
    'SELECT (SELECT count(*) FROM b WHERE b.amount < a.amount) FROM a'; do
    rm -f plans/*
    bin/crm-query -q "$sql" a.csv b.csv </dev/null >/dev/null
    if [ -n "$(nested plans/*.plan)" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "not ok: not found out: $sql"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
