#!/bin/sh
# crm-segment beside the sqlite3 program: tiers, what lacks to the next one, lifecycle and moves of 500
# customers, worked out by window functions over whole cents and days; skipped where it is not on the
# machine.
set -u
cd "$(dirname "$0")/../.." || exit 1
B=${B:-build}
case $B in /*) ;; *) B=$PWD/$B ;; esac
PATH=$B/bin:$PATH
export LC_ALL=C
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
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

# 500 customers by arithmetic: amounts with ties, refunds, zeros and gaps; none to six purchase days.
scores() { # SEED SPREAD
    awk -v seed="$1" -v spread="$2" '
        function next_number() { return x = (x * 1103515 + 12345) % 2147483647 }
        function random(n) { next_number(); return int(x / 7) % n }
        function date(day, z, era, doe, yoe, y, doy, mp) { # days from 1970, proleptic Gregorian
            z = day + 719468
            era = int(z / 146097)
            doe = z - era * 146097
            yoe = int((doe - int(doe / 1460) + int(doe / 36524) - int(doe / 146096)) / 365)
            y = yoe + era * 400
            doy = doe - (365 * yoe + int(yoe / 4) - int(yoe / 100))
            mp = int((5 * doy + 2) / 153)
            y += mp < 10 ? 0 : 1
            return sprintf("%04d-%02d-%02d", y, mp < 10 ? mp + 3 : mp - 9, doy - int((153 * mp + 2) / 5) + 1)
        }
        BEGIN {
            x = seed
            as_of = 19904 # 2024-06-30
            print "customer_id,recency_days,frequency,monetary,r,f,m,as_of,first_date,last_date,prev_date," \
                "prev2_date,days,gap_max"
            for (i = 0; i < 500; i++) {
                cents = random(2) ? random(spread) * 5 : int(spread / (1 + random(spread))) * 10
                if (random(10) == 0) cents = 0
                if (random(12) == 0) cents = -cents
                size = cents < 0 ? -cents : cents
                monetary = sprintf("%s%d.%02d", (cents < 0 ? "-" : ""), int(size / 100), size % 100)
                if (random(25) == 0) monetary = ""
                days = random(7)
                last = as_of - random(random(3) ? 90 : 500)
                first = last
                most = 0
                for (k = 1; k < days; k++) {
                    gap = 1 + random(random(4) ? 60 : 300)
                    most = gap > most ? gap : most
                    if (k == 1) prev = first - gap
                    if (k == 2) prev2 = first - gap
                    first -= gap
                }
                scored = days > 0
                line = "c" i "," (scored ? as_of - last : "") "," days "," monetary
                line = line (scored ? ",5,1,1" : ",,,") ",2024-06-30,"
                line = line (scored ? date(first) "," date(last) : ",") ","
                line = line (days > 1 ? date(prev) : "") "," (days > 2 ? date(prev2) : "")
                print line "," days "," most
            }
        }'
}

# The last time: some of them, some who are gone, and some whom nobody calls a customer yet.
previous() { # SEED
    awk -v x="$1" 'BEGIN {
        print "customer_id,tier,tier_rank,as_of"
        split("VIP important ordinary", name, " ")
        for (i = 60; i < 560; i++) {
            x = (x * 1103515 + 12345) % 2147483647
            rank = int(x / 7) % 4
            print "c" i "," name[rank] "," (rank ? rank : "") ",2024-05-31"
        }
    }'
}

# What crm-segment says with --previous, by the definitions.
cat >want.sql <<'END'
.mode csv
.import scores.csv raw
.import previous.csv earlier
CREATE TABLE s AS SELECT rowid AS n, customer_id AS id,
    CASE WHEN monetary <> '' THEN CAST(round(monetary * 100) AS INTEGER) END AS cents,
    CAST(days AS INTEGER) AS days, CAST(gap_max AS INTEGER) AS gap_max,
    CAST(julianday(as_of) - julianday(nullif(last_date, '')) AS INTEGER) AS silence,
    CAST(julianday(nullif(last_date, '')) - julianday(nullif(prev_date, '')) AS INTEGER) AS gap,
    CAST(julianday(as_of) - julianday(nullif(prev2_date, '')) AS INTEGER) AS third,
    (julianday(nullif(last_date, '')) - julianday(nullif(first_date, ''))) / nullif(days - 1, 0) AS mean_gap,
    nullif(first_date, '') AS first_date, nullif(last_date, '') AS last_date
    FROM raw;
CREATE TABLE stands AS SELECT id,
    coalesce(sum(max(cents, 0)) OVER (ORDER BY cents DESC RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        EXCLUDE GROUP), 0) AS larger,
    sum(max(cents, 0)) OVER () AS total
    FROM s WHERE cents IS NOT NULL;
CREATE TABLE placed AS SELECT s.*,
    CASE WHEN 2 * larger < total THEN 1 WHEN 5 * larger < 4 * total THEN 2 ELSE 3 END AS rule
    FROM s LEFT JOIN stands USING (id);
CREATE TABLE entries AS SELECT min(cents) FILTER (WHERE rule = 1) AS e1,
    min(cents) FILTER (WHERE rule <= 2) AS e2 FROM placed;
CREATE TABLE held AS SELECT p.*, nullif(e.tier, '') AS was, e.customer_id IS NOT NULL AS there,
    CASE WHEN e.tier_rank = '1' AND rule > 1 AND e1 > 0 AND 10 * cents > 9 * e1 THEN 1
        WHEN e.tier_rank IN ('1', '2') AND rule > 2 AND e2 > 0 AND 10 * cents > 9 * e2 THEN 2
        ELSE rule END AS tier,
    CAST(nullif(e.tier_rank, '') AS INTEGER) AS was_rank, e1, e2
    FROM placed p LEFT JOIN earlier e ON e.customer_id = p.id JOIN entries;
CREATE TABLE gaps AS SELECT mean_gap AS v, row_number() OVER (ORDER BY mean_gap) - 1 AS i,
    count(*) OVER () AS n FROM s WHERE days > 1;
CREATE TABLE cuts AS SELECT
    (SELECT v FROM gaps WHERE i = CAST((n - 1) * 0.5 AS INTEGER)) AS a,
    (SELECT v FROM gaps WHERE i = min(n - 1, CAST((n - 1) * 0.5 AS INTEGER) + 1)) AS b,
    (n - 1) * 0.5 - CAST((n - 1) * 0.5 AS INTEGER) AS ab,
    (SELECT v FROM gaps WHERE i = (n - 1) * 95 / 100) AS c,
    (SELECT v FROM gaps WHERE i = min(n - 1, (n - 1) * 95 / 100 + 1)) AS d,
    (n - 1) * 95 % 100 / 100.0 AS cd FROM gaps LIMIT 1;
CREATE TABLE g AS SELECT a + ab * (b - a) AS g1, c + cd * (d - c) AS g2 FROM cuts;
CREATE TABLE names (rank INTEGER, name TEXT);
INSERT INTO names VALUES (1, 'VIP'), (2, 'important'), (3, 'ordinary');
.headers on
SELECT id AS customer_id, name AS tier, rank AS tier_rank,
    CASE WHEN tier > 1 AND cents IS NOT NULL THEN
        printf('%d.%02d', (CASE tier WHEN 2 THEN e1 ELSE e2 END - cents) / 100,
            (CASE tier WHEN 2 THEN e1 ELSE e2 END - cents) % 100) END AS to_next_tier,
    CASE WHEN days = 0 THEN 'prospect' WHEN silence > g2 THEN 'lapsed' WHEN days = 1 THEN 'new'
        WHEN gap > g2 THEN 'reactivated' WHEN silence > g1 THEN 'at risk'
        WHEN days >= 3 AND third < 365 AND gap_max <= g2 THEN 'loyal' ELSE 'active' END AS lifecycle,
    was AS previous_tier, tier <> rule AS tier_held,
    CASE WHEN was IS NULL THEN
        CASE WHEN NOT there AND first_date <= '2024-05-31' AND last_date > '2024-05-31' THEN 'back'
            ELSE 'new' END
        WHEN tier < was_rank THEN 'up' WHEN tier > was_rank THEN 'down' ELSE 'same' END AS move
    FROM held JOIN names ON rank = tier JOIN g ORDER BY n;
END

# A policy of standings, by the same program.
cat >policy.json <<'END'
{"tiers": [{"name": "tenth", "when": "pct_monetary >= 0.9"}, {"name": "above", "when": "monetary > mean_monetary"},
           {"name": "upper", "when": "monetary >= median_monetary"}, {"name": "busy", "when": "top_frequency < 0.25"},
           {"name": "rest"}]}
END
cat >policy.sql <<'END'
CREATE TABLE f AS SELECT rowid AS n, CAST(frequency AS INTEGER) AS frequency FROM raw;
CREATE TABLE ranked AS SELECT n, cents, cume_dist() OVER (ORDER BY cents) AS pct,
    row_number() OVER (ORDER BY cents) - 1 AS i, count(*) OVER () AS count, avg(cents) OVER () AS mean
    FROM s WHERE cents IS NOT NULL;
CREATE TABLE median AS SELECT avg(cents) AS median FROM ranked WHERE i IN ((count - 1) / 2, count / 2);
CREATE TABLE busy AS SELECT n, coalesce(sum(frequency) OVER (ORDER BY frequency DESC RANGE BETWEEN
    UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE GROUP), 0) AS larger, sum(frequency) OVER () AS total FROM f;
SELECT id AS customer_id, CASE WHEN pct >= 0.9 THEN 'tenth' WHEN ranked.cents > mean THEN 'above'
    WHEN ranked.cents >= median THEN 'upper' WHEN 4 * larger < total THEN 'busy' ELSE 'rest' END AS tier
    FROM s LEFT JOIN ranked USING (n) JOIN busy USING (n) JOIN median ORDER BY n;
END

if command -v sqlite3 >/dev/null; then
    for seed in 1 2 3; do
        scores $seed $((seed * 1000)) >scores.csv
        previous $seed >previous.csv
        [ "$(wc -l <scores.csv)" = 501 ]
        result $? "$seed: 500 customers"
        cat want.sql policy.sql | sqlite3 -batch | tr -d '"\r' >both
        awk '/^customer_id,tier$/ { file = "want2" } { print >(file == "" ? "want1" : file) }' both
        crm-segment -q scores.csv --previous previous.csv --moves moves.csv | cut -d , -f 1,16- | tr -d '"' >got1
        cmp -s want1 got1
        result $? "$seed: tiers, lifecycle and moves"
        diff want1 got1 | head -n 6 | sed 's/^/    /'
        # c500 to c559 were there; a row without a tier was no customer.
        gone=$(tail -n 60 previous.csv | grep -vc ',,,')
        [ "$gone" -gt 20 ] && [ "$(grep -c ',gone,' moves.csv)" = "$gone" ]
        result $? "$seed: $gone gone"
        crm-segment -q scores.csv --policy policy.json | cut -d , -f 1,16 >got2
        cmp -s want2 got2
        result $? "$seed: a policy of standings"
        diff want2 got2 | head -n 6 | sed 's/^/    /'
        # All that can happen did.
        kinds=$(for column in 2 5 7 8; do sed 1d want1 | cut -d , -f $column | sort -u; done | wc -l)
        [ "$kinds" = 17 ]
        result $? "$seed: 3 tiers, 7 stages, held or not, 5 moves: $kinds"
        kinds=$(sed 1d want2 | cut -d , -f 2 | sort -u | wc -l)
        [ "$kinds" = 5 ]
        result $? "$seed: 5 tiers of the policy: $kinds"
        rm -f want1 want2
    done
else
    echo 'skipped: no sqlite3'
fi

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
