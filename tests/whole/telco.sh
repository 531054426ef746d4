#!/bin/sh
# Survival against R's survival package on public data, IBM's Telco customers: every Kaplan-Meier point
# with its standard error and all three kinds of limits, quartiles, medians with their limits, and the
# log-rank tests, to the six digits that are printed. Needs $CRM_DATA (../shared/data); passes without.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/counted
needs_data telco_churn
data=$CRM_DATA/telco_churn
references=$data/references
export LC_ALL=C

# survival OPTION...: of the customers, by their tenure in months.
survival() {
    crm-cohort -q -t tsv --survival --time tenure --event Churn=Yes "$@" \
        "$data/Telco-Customer-Churn.csv"
}

# What the awk programs share: a figure as it is printed; an undefined one is empty.
# shellcheck disable=SC2016
shared='
    function digits(text) { return text == "" ? "" : sprintf("%.6g", text) }
    FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
'

# same_curve REFERENCE CURVE KIND: each point, and no event besides; limits of this kind.
same_curve() {
    tr , '\t' <"$1" >"$work/want"
    awk -F '\t' -v kind="$3" "$shared"'
        FNR == 1 && NR == FNR { low = at["lower_" kind]; high = at["upper_" kind]; next }
        NR == FNR {
            group = $1 == "all" ? "" : $1
            want[group "\t" $2] = $3 "\t" $4 "\t" digits($5) "\t" digits($6) "\t" \
                digits($low) "\t" digits($high)
            left++
            next
        }
        FNR == 1 || $at["events"] == 0 { next }
        {
            key = $at["group"] "\t" $at["time"]
            got = $at["at_risk"] "\t" $at["events"] "\t" $at["survival"] "\t" $at["std_error"] \
                "\t" $at["low"] "\t" $at["high"]
            if (want[key] != got) {
                print key ": want " want[key] ", got " got
                bad = 1
            }
            left--
        }
        END { if (left) print left " points are missing"; exit bad || left }
    ' "$work/want" "$2"
}

# same_summary VARIABLE SUMMARY: the rows of this variable; R gives the limits of the log kind.
same_summary() {
    tr , '\t' <"$references/km_summary.csv" >"$work/want"
    awk -F '\t' -v variable="$1" "$shared"'
        NR == FNR && $1 != variable { next }
        NR == FNR {
            group = $2 == "all" ? "" : $2
            want[group] = $3 " " $4 " " $6 " " $7 " " $9 " " $10 " " $8
            left++
            next
        }
        FNR == 1 { next }
        {
            got = $at["customers"] " " $at["events"] " " $at["q25"] " " $at["median"] " " \
                $at["median_low"] " " $at["median_high"] " " $at["q75"]
            if (want[$1] != got || $at["customers"] - $at["events"] != $at["censored"]) {
                print $1 ": want " want[$1] ", got " got
                bad = 1
            }
            left--
        }
        END { if (left) print left " groups are missing"; exit bad || left }
    ' "$work/want" "$2"
}

# same_test VARIABLE SUMMARY: events expected in each group, chi-square and its probability.
same_test() {
    awk -v variable="$1" -v OFS='\t' '
        function list(out, text) {
            text = substr($0, index($0, "[") + 1)
            sub(/\].*/, "", text)
            gsub(/"/, "", text)
            return split(text, out, /, */)
        }
        function number(text) {
            text = $0
            sub(/^[^:]*: */, "", text)
            return sprintf("%.6g", text)
        }
        /^  "/ { of = index($0, "\"" variable "\"") > 0 }
        /^    "/ { test = $0 ~ /"logrank"/ }
        !of || !test { next }
        /"groups"/ { n = list(group) }
        /"n"/ { list(size) }
        /"observed"/ { list(observed) }
        /"expected"/ { list(expected) }
        /"chisq"/ { chi_square = number() }
        /"p"/ {
            for (i = 1; i <= n; i++)
                print group[i], size[i], observed[i], sprintf("%.6g", expected[i]), chi_square, \
                    number()
        }
    ' "$references/logrank.json" >"$work/want"
    [ -s "$work/want" ] || return 1
    awk -F '\t' -v OFS='\t' "$shared"'
        FNR > 1 { print $1, $2, $at["events"], $at["expected"], $at["chi_square"], $at["p"] }
    ' "$2" | diff "$work/want" -
}

for variable in overall Contract InternetService PaymentMethod; do
    set -- --by "$variable"
    [ $variable != overall ] || set --
    for kind in plain log log-log; do
        survival "$@" --curve --interval $kind >"$work/curve.tsv"
        check "$variable: curve, $kind limits" same_curve "$references/km_$variable.csv" \
            "$work/curve.tsv" "$(echo $kind | tr -d -)"
    done
    survival "$@" --interval log >"$work/summary.tsv"
    if [ $variable = overall ]; then
        check "$variable: quartiles" same_summary all "$work/summary.tsv"
    else
        check "$variable: quartiles" same_summary $variable "$work/summary.tsv"
        check "$variable: log-rank" same_test $variable "$work/summary.tsv"
    fi
done

for variable in gender SeniorCitizen Partner PaperlessBilling; do
    survival --by $variable --interval log >"$work/summary.tsv"
    check "$variable: quartiles" same_summary $variable "$work/summary.tsv"
    check "$variable: log-rank" same_test $variable "$work/summary.tsv"
done

printf '%d passed, %d failed\n' $passed $failed
[ $failed = 0 ]
