#!/bin/sh
# Service times against references on public data: the log of an Italian helpdesk (4TU.ResearchData) and
# complaints of New York (NYC 311). Times of each group - number, mean, median and 90th percentile of type 7,
# shares within targets with Wilson's limits - on the wall and in business time, business seconds of every
# ticket, the Kaplan-Meier median with open tickets censored, and the same tickets once as rows and once as
# events. Needs $CRM_DATA (../shared/data); passes without.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/counted
needs_data helpdesk_italian
helpdesk=$CRM_DATA/helpdesk_italian
city=$CRM_DATA/nyc311_animals_2025
export LC_ALL=C

# A policy of one target: MEASURE HOURS [CALENDAR]
policy() {
    printf '{%s "service": {"targets": [{"name": "t", "%s": "%sh"}]}}' "${3:-}" "$1" "$2" \
        >"$work/policy.json"
}
office='"calendar": {"zone": "UTC", "week": {"monday-friday": ["09:00-18:00"]}},'

# same_groups REFERENCE GOT BY MEASURE HOURS: figures of the groups of one column, or of all.
same_groups() {
    awk -F '\t' -v by="$3" -v m="$4" -v hours="$5" '
        function digits(text) { return text == "" ? "" : sprintf("%.6g", text) }
        function less(text) { text = sprintf("%.6g", 1 - text); return text }
        NR == FNR && FNR == 1 {
            n = split($0, name, ",")
            for (i = 1; i <= n; i++) at[name[i]] = i
            next
        }
        NR == FNR {
            split($0, cell, ",")
            if (cell[1] != by) next
            group = by == "all" ? "(all)" : cell[2]
            w = "within_" hours "h"
            # Shares in breach and their limits are those within, turned round.
            want[group] = cell[at["n"]] " " digits(cell[at["mean"]]) " " \
                digits(cell[at["p50_type7"]]) " " digits(cell[at["p90_type7"]]) " " \
                less(cell[at[w]]) " " less(cell[at[w "_wilson_upper"]]) " " \
                less(cell[at[w "_wilson_lower"]])
            left++
            next
        }
        FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        by != "all" && $1 == "(all)" { next }
        {
            got = $at[m "_n"] " " $at[m "_mean"] " " $at[m "_p50"] " " $at[m "_p90"] " " \
                $at[m "_breach_rate"] " " $at[m "_breach_low"] " " $at[m "_breach_high"]
            if (!($1 in want)) { if ($at[m "_n"] > 0) { print "not in the reference: " $1; bad = 1 } next }
            split(want[$1], a, " ")
            split(got, b, " ")
            # To six digits; the last may differ by one where the seventh is a five.
            for (i = 1; i <= 7; i++) {
                off = a[i] > b[i] ? a[i] - b[i] : b[i] - a[i]
                if (off > (i == 1 ? 0 : i < 5 ? 3e-6 * a[i] : 1e-6)) {
                    print $1 ": want " want[$1] ", got " got
                    bad = 1
                }
            }
            left--
        }
        END { if (left) print left " groups are missing"; exit bad || left }
    ' "$1" "$2"
}

# groups FILE COLUMN OPTION...: those that were answered, or resolved.
groups() {
    file=$1
    by=$2
    shift 2
    if [ "$by" = all ]; then
        crm-ticket -q -t tsv --policy "$work/policy.json" --by target "$@" "$file" |
            grep -v '^t	'
    else
        crm-ticket -q -t tsv --policy "$work/policy.json" --by "$by" "$@" "$file"
    fi >"$work/groups.tsv"
}

for by in all seriousness product service_level service_type; do
    for hours in 1 4 8 24; do
        policy first_response $hours
        groups "$helpdesk/tickets.csv" $by --where 'first_response_at IS NOT NULL'
        check "helpdesk: first response by $by within $hours h" same_groups \
            "$helpdesk/references/first_response_hours.csv" "$work/groups.tsv" $by first_response $hours
    done
    for hours in 24 72 168 720; do
        policy resolution $hours
        groups "$helpdesk/tickets.csv" $by --where 'resolved_at IS NOT NULL'
        check "helpdesk: resolution by $by within $hours h" same_groups \
            "$helpdesk/references/resolution_hours.csv" "$work/groups.tsv" $by resolution $hours
    done
    policy resolution 720
    groups "$helpdesk/tickets.csv" $by --where 'closed_at IS NOT NULL' --map resolved_at=closed_at
    check "helpdesk: closing by $by" same_groups "$helpdesk/references/close_hours.csv" \
        "$work/groups.tsv" $by resolution 720
done
for by in all Borough Agency Descriptor; do
    for hours in 1 4 8 24; do
        policy resolution $hours
        groups "$city/nyc311_animals.csv" $by --where 'closed_at IS NOT NULL'
        check "New York: closing by $by within $hours h" same_groups \
            "$city/references/close_hours.csv" "$work/groups.tsv" $by resolution $hours
    done
done

# Business seconds, ticket by ticket, and what they sum up to.
policy first_response 8 "$office"
crm-ticket -q --policy "$work/policy.json" --unit seconds "$helpdesk/tickets.csv" |
    cut -d, -f 1,7,9 | sed 1d >"$work/business"
sed 1d "$helpdesk/references/business_hours.csv" >"$work/want"
check 'helpdesk: business seconds of every ticket' diff "$work/want" "$work/business"
figures() { # KEY: of the summary, as it is printed
    sed -n "/\"$1\"/,/}/p" "$helpdesk/references/business_hours_summary.json" | tr -d ' ,"' |
        awk -F : '$1 == "n" { n = $2 }
            $1 == "mean" || $1 == "p50_type7" || $1 == "p90_type7" { text = text sprintf(" %.6g", $2) }
            $1 == "within_8h" { printf "%d%s %.6g\n", n, text, 1 - $2 }'
}
for measure in first_response resolution; do
    policy $measure 8 "$office"
    where="${measure%_response}_response_at IS NOT NULL"
    [ $measure = first_response ] || where='resolved_at IS NOT NULL'
    crm-ticket -q -t tsv --policy "$work/policy.json" --per none --by target --where "$where" \
        "$helpdesk/tickets.csv" |
        awk -F '\t' -v m=$measure 'FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
            $1 == "(all)" { print $at[m "_n"], $at[m "_mean"], $at[m "_p50"], $at[m "_p90"],
                $at[m "_breach_rate"] }' >"$work/got"
    figures $measure >"$work/want"
    check "helpdesk: summary of $measure in business time" diff "$work/want" "$work/got"
done

# Kaplan-Meier: the median of the reference; its limits from the curve of crm-cohort, over a table of hours that
# is made here.
want=$(sed -n 2p "$city/references/close_km_open_censored_summary.csv" | cut -d, -f 3,6)
got=$(crm-ticket -q -t tsv --per year "$city/nyc311_animals.csv" | awk -F '\t' '
    FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
    { print $at["resolution_n"] "," $at["resolution_km_p50"] }')
check 'New York: events and median of Kaplan-Meier' [ "$want" = "$got" ]
crm-ticket -q -t tsv --keep 'Created Date' "$city/nyc311_animals.csv" | awk -F '\t' '
    FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print "hours,done"; next }
    {
        hours = $at["resolution_hours"]
        if (hours == "") {
            # Minutes of January to March 2025 until 03-14 01:20.
            split($at["Created Date"], part, /[\/ :]/)
            day = part[2] + (part[1] > 1) * 31 + (part[1] > 2) * 28
            hours = (72 * 24 * 60 + 24 * 60 + 80 - (day * 24 * 60 + part[4] * 60 + part[5])) / 60
        }
        print hours "," ($at["state"] == "closed" ? "yes" : "no")
    }' >"$work/durations.csv"
want=$(crm-cohort -q -t tsv --survival --time hours --event done=yes "$work/durations.csv" |
    awk -F '\t' 'FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        { print $at["events"], $at["median"], $at["median_low"], $at["median_high"] }')
got=$(crm-ticket -q -t tsv --per year "$city/nyc311_animals.csv" | awk -F '\t' '
    FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
    { print $at["resolution_n"], $at["resolution_km_p50"], $at["resolution_km_p50_low"],
        $at["resolution_km_p50_high"] }')
check "New York: limits of the median: $want, not $got" [ "$want" = "$got" ]

# The log: opened with the first event, answered with the first "Take in charge ticket", resolved with the event
# that made the ticket done for the last time, where nothing waits. By awk, over events in order.
gzip -dc "$helpdesk/helpdesk_events.csv.gz" >"$work/events.csv"
cat >"$work/policy.json" <<'END'
{"service": {"status": {"open": ["Wait", "INVALID", "DUPLICATE", "RESOLVED"]}}}
END
crm-ticket -q --policy "$work/policy.json" --responded 'Take in charge ticket' "$work/events.csv" |
    cut -d, -f 1,6 | sed 1d >"$work/got"
crm-ticket -q "$helpdesk/tickets.csv" | cut -d, -f 1,6 | sed 1d >"$work/want"
sort "$work/want" >"$work/a"
sort "$work/got" >"$work/b"
check 'helpdesk: first responses of the log are those of the tickets' diff "$work/a" "$work/b"
crm-ticket -q --unit seconds --policy "$work/policy.json" "$work/events.csv" | cut -d, -f 1,8,11 | sed 1d |
    sort >"$work/got"
sed 1d "$work/events.csv" | awk -F, '{ print NR "\t" $1 "\t" $4 "\t" $2 }' |
    sort -t "$(printf '\t')" -k 2,2 -k 3,3 -k 1,1n | awk -F '\t' '
        function seconds(text, p, y, m) {
            split(text, p, /[\/ :.]/)
            y = p[1]; m = p[2]
            if (m <= 2) { y--; m += 12 }
            return (((365 * y + int(y / 4) - int(y / 100) + int(y / 400) + int((153 * m - 457) / 5) + p[3]) \
                * 24 + p[4]) * 60 + p[5]) * 60 + p[6]
        }
        function put() { if (id != "") print id "," (done ? resolved - opened : "") "," again }
        $2 != id { put(); id = $2; opened = seconds($3); done = again = 0 }
        {
            now = $4 == "Resolve ticket" || $4 == "Closed"
            if (now && !done) resolved = seconds($3)
            again += done && !now
            done = now
        }
        END { put() }' | sort >"$work/want"
check 'helpdesk: resolutions and reopenings of the log' diff "$work/want" "$work/got"
crm-ticket -q --per month --by product --policy "$work/policy.json" "$work/events.csv" >"$work/a"
{ sed 1q "$work/events.csv"; sed 1d "$work/events.csv" | sort -t, -k 4,4 -s; } |
    crm-ticket -q -j 3 --block-size 5000 --per month --by product --policy "$work/policy.json" >"$work/b"
check 'helpdesk: the log in another order, by three workers' cmp "$work/a" "$work/b"

printf '%d passed, %d failed\n' $passed $failed
[ $failed = 0 ]
