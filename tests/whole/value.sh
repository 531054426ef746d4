#!/bin/sh
# The script value-report, as crm(7) prints it, over the orders of the trading company. Its text must say what
# awk adds up out of the files that it leaves; a second run gives the same bytes; old data and half a file end
# it, and the last report stays.
set -u
cd "$(dirname "$0")/../.." || exit 1
B=${B:-build}
case $B in /*) ;; *) B=$PWD/$B ;; esac
export LC_ALL=C
manual=$PWD/man/crm.7
samples=$PWD/samples
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 4
passed=0
failed=0

# has WHAT WANT GOT
has() {
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'not ok: %s: "%s", not "%s"\n' "$1" "$3" "$2"
    fi
}

awk '
    /^\.Bd -literal/ { inside = 1; line = 0; next }
    /^\.Ed/ { inside = mine = 0 }
    inside && ++line == 2 && /^# value-report / { mine = 1; print "#!/bin/sh" }
    mine { gsub(/\\&/, ""); gsub(/\\e/, "\\"); print }' "$manual" >value-report
sh -n value-report
has 'crm(7) holds a script' '0 #!/bin/sh' "$? $(head -n 1 value-report)"

# A clock for the script: its first line asks for the first day of $TODAY's month, the others only reckon.
mkdir bin shop
cat >bin/date <<'END'
#!/bin/sh
if [ "$*" = +%Y-%m-01 ]; then echo "${TODAY%-*}-01"; else exec /bin/date "$@"; fi
END
chmod +x bin/date
PATH=$work/bin:$B/bin:$PATH
run() {
    TODAY=$1 sh value-report shop >mail 2>errors
    rc=$?
}

cp "$samples/trading/orders.csv.gz" shop/orders.csv.gz
run 2024-12-02
has "status: $(cat errors)" 0 "$rc"
has 'files' 'backtest.csv clean.csv cohorts.csv orders.csv.gz rejects.csv scores.csv second.csv value.html valued-2024-11-30.csv' \
    "$(ls shop | tr '\n' ' ' | sed 's/ $//')"
has 'the day' 'As of 2024-11-30' "$(sed -n 's/^\(As of [0-9-]*\).*/\1/p' mail)"
has 'sections' 8 "$(grep -c '^Lifetime value by tier$\|^Value at risk of leaving$\|^Concentration of lifetime value$\|^Retention$\|^Net revenue retention$\|^Survival$\|^Forecast against outcome$\|^Number at risk, by time$' mail)"

# Lifetime value by tier: sums of the column clv, in cents; the report rounds a sum of 4 decimals.
awk -F, '
    NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
    { sum[$at["tier"]] += $at["clv"]; all += $at["clv"] }
    $at["p_alive"] < 0.5 { gone++ }
    END {
        for (tier in sum) printf "%s %.2f\n", tier, sum[tier]
        printf "All %.2f\nleaving %d\n", all, gone
    }' shop/valued-2024-11-30.csv | sort >want
{
    sed -n '/^Lifetime value by tier$/,/^All/p' mail | sed '1,5d' | tr -d , | awk '{ print $1, $(NF - 2) }'
    sed -n 's/^Rather gone than not  *\([0-9]*\)$/leaving \1/p' mail
} | sort >got
has 'lifetime value' "$(cat want)" "$(cat got)"
has 'its lines' 5 "$(wc -l <want)"

# Retention of the first cohort: active / customers of its rows, the last period being open on 30 November.
awk -F, '
    NR > 1 && $1 == "2023-Q1" && $2 > 0 { printf "%.1f%%%s\n", 100 * $5 / $4, $10 ? "" : "*" }
    ' shop/cohorts.csv >want
has 'ages' 7 "$(wc -l <want)"
has 'retention' "$(tr '\n' ' ' <want)" "$(sed -n '/^Retention$/,/^All/p' mail |
    awk '$1 == "2023-Q1" { for (i = 3; i <= NF; i++) printf "%s ", $i }')"

# The backtest begins half a year before: its first week ends on 7 June.
has 'first week' 2024-06-07 "$(sed -n 's/^week,\([^,]*\),.*/\1/p' shop/backtest.csv | head -n 1)"
has 'weeks in the report' "$(grep -c '^week,' shop/backtest.csv)" \
    "$(sed -n '/^Orders since the forecast/,/^Actual and/p' mail | grep -c '^20')"

cp shop/value.html first.html
cp mail first.mail
run 2024-12-02
has 'second run' 0 "$rc"
has 'the same page' '' "$(cmp shop/value.html first.html 2>&1)"
has 'the same mail' '' "$(cmp mail first.mail 2>&1)"

run 2025-03-02
has 'old data' '1 crm-score: the data end on 2024-12-25, more than 7d before 2025-02-28 (--fresh)' "$rc $(cat errors)"
has 'the last page stays' '' "$(cmp shop/value.html first.html 2>&1)"
head -c 2000 "$samples/trading/orders.csv.gz" >shop/orders.csv.gz
run 2024-12-02
has 'half a file' 4 "$rc"
has 'the last page still stays' '' "$(cmp shop/value.html first.html 2>&1)"

printf '%d passed, %d failed\n' $passed $failed
[ $failed = 0 ]
