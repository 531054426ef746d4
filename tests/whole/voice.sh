#!/bin/sh
# Surveys against R on public data, the survey of San Francisco airport of 2017: every NPS by segment with
# three kinds of interval, shares of satisfied with five, tests, drivers, weights, to the six digits that
# are printed. Needs $CRM_DATA (../shared/data); passes without.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/counted
needs_data sfo_nps_2017
data=$CRM_DATA/sfo_nps_2017
references=$data/references
export LC_ALL=C

# survey OPTION...: of the answers, 11 being a blank.
survey() {
    crm-survey -q -t tsv "$@" "$data/sfo_2017_survey.csv"
}

# What the awk programs share: a figure as it is printed, and limits cut off at what is possible.
# shellcheck disable=SC2016
shared='
    function digits(text) { return text == "" || text == "NA" ? "" : sprintf("%.6g", text) }
    function cut(text, low, high) {
        return text == "" || text == "NA" ? "" : digits(text + 0 < low ? low : text + 0 > high ? high : text)
    }
    FNR == 1 { delete at; for (i = 1; i <= NF; i++) at[$i] = i }
'

# same REFERENCE.tsv RESULT.tsv "COLUMN=COLUMN ...": pairs of columns, reference first; the reference has
# its key in `key`, the result in `key`. Limits that end in @low:high are cut there. Every row of the
# reference must be there.
same() {
    awk -F '\t' -v pairs="$3" "$shared"'
        BEGIN {
            n = split(pairs, pair, " ")
            for (k = 1; k <= n; k++) {
                bounded[k] = index(pair[k], "@") > 0
                if (bounded[k]) {
                    bounds = pair[k]
                    sub(/.*@/, "", bounds)
                    split(bounds, bound, ":")
                    low[k] = bound[1]
                    high[k] = bound[2]
                    sub(/@.*/, "", pair[k])
                }
                split(pair[k], name, "=")
                want_name[k] = name[1]
                got_name[k] = name[2]
            }
        }
        FNR == 1 { next }
        NR == FNR {
            for (k = 1; k <= n; k++) {
                value = $at[want_name[k]]
                want[$at["key"], k] = bounded[k] ? cut(value, low[k], high[k]) : digits(value)
            }
            known[$at["key"]] = 1
            left++
            next
        }
        $at["key"] in known {
            for (k = 1; k <= n; k++) {
                if (digits($at[got_name[k]]) != want[$at["key"], k]) {
                    print $at["key"] ": " got_name[k] ": want " want[$at["key"], k] ", got " \
                        $at[got_name[k]]
                    bad = 1
                }
            }
            left--
        }
        END { if (left) print left " rows are missing"; exit bad || left != 0 }
    ' "$1" "$2"
}

# keyed COLUMN: renames the column to `key`, of a table in tabs.
keyed() {
    awk -F '\t' -v OFS='\t' -v name="$1" '
        NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) $i = "key" }
        { print }'
}

# segment NAME: the rows of a segment, of a reference file.
segment() {
    awk -F , -v OFS='\t' -v name="$2" '
        NR == 1 { $1 = "segment"; $2 = "key" }
        NR == 1 || $1 == name { $1 = $1; print }' "$1"
}

nps='n=n nps=value promoter_wilson_lower=top_low promoter_wilson_upper=top_high mean=mean sd=sd median=median'
wald='wald_lower=low@-100:100 wald_upper=high@-100:100'
t='t_lower=low@-100:100 t_upper=high@-100:100'
adjusted='adjwald3_lower=low@-100:100 adjwald3_upper=high@-100:100'
for column in all $(awk -F , 'NR > 1 && $1 != "all" { print $1 }' "$references/nps_by_segment.csv" |
    sort -u); do
    segment "$references/nps_by_segment.csv" "$column" >"$work/want"
    for kind in wald t default; do
        limits=$adjusted
        [ $kind = default ] || eval "limits=\$$kind"
        if [ "$column" = all ]; then
            survey --nps NETPRO --missing NETPRO=11 --interval $kind |
                sed '1s/^measure/key/; 2,$s/^nps/all/' >"$work/got"
        else
            survey --nps NETPRO --missing NETPRO=11 --least 5 --by "$column" --interval $kind |
                keyed "$column" >"$work/got"
        fi
        check "NPS by $column, $kind limits" same "$work/want" "$work/got" "$nps $limits"
    done
done

# shares FILE WANT-WHAT GOT: five kinds of limits of CSAT.
shares() {
    for pair in wald=wald wilson=default wilson_cc=wilson-cc clopper_pearson=clopper-pearson \
        agresti_coull=agresti-coull; do
        from=${pair%=*}
        survey "$@" --interval "${pair#*=}" | keyed "$key" >"$work/got"
        check "CSAT by $key, $from limits" same "$work/want" "$work/got" \
            "n=n p=value ${from}_lower=low@0:1 ${from}_upper=high@0:1 mean=mean sd=sd
             t_lower=mean_low t_upper=mean_high median=median"
    done
}
tr , '\t' <"$references/csat_top2.csv" | keyed question >"$work/want"
set --
for question in $(awk -F , 'NR > 1 { print $1 }' "$references/csat_top2.csv"); do
    set -- "$@" --csat "$question"
done
key=question
shares "$@"
for key in $(awk -F , 'NR > 1 { print $1 }' "$references/csat_q7all_by_segment.csv" | sort -u); do
    segment "$references/csat_q7all_by_segment.csv" "$key" >"$work/want"
    shares --csat Q7ALL --least 5 --by "$key"
done

# How often each answer was given.
tr , '\t' <"$references/nps_distribution.csv" | keyed score >"$work/want"
survey --nps NETPRO --missing NETPRO=11 --distribution | keyed answer >"$work/got"
check 'NPS: distribution' same "$work/want" "$work/got" 'Freq=n'

# Weighted: plain limits are the score -+ 1.959964 of the error with n_eff.
awk -F , -v OFS='\t' '
    NR == 1 { print "key", "n", "n_eff", "nps", "low", "high"; next }
    { print "nps", $1, $3, $4, $4 - 1.959963984540054 * $5, $4 + 1.959963984540054 * $5 }
' "$references/nps_weighted.csv" >"$work/want"
survey --nps NETPRO --missing NETPRO=11 --weight WEIGHT --interval wald | keyed measure >"$work/got"
check 'NPS: weighted' same "$work/want" "$work/got" 'n=n n_eff=n_effective nps=value low=low high=high'

# Drivers; the references have a column `driver` already.
drivers='lmg=lmg lmg_share=importance first=first last=last beta=beta std_beta=std_beta
         pearson_r=correlation r2_full=r2 n=n'
for target in NETPRO Q7ALL; do
    reference=$references/drivers_lmg_$(echo $target | tr A-Z a-z).csv
    tr , '\t' <"$reference" | keyed driver >"$work/want"
    predictors=$(awk -F , 'NR > 1 { printf "%s%s", comma, $1; comma = "," }' "$reference")
    set -- --csat Q7ALL
    [ $target = Q7ALL ] || set -- --nps NETPRO --missing NETPRO=11
    survey --drivers $target "$@" --predictors "$predictors" --replicates 0 | keyed driver >"$work/got"
    check "drivers of $target" same "$work/want" "$work/got" "$drivers"
done

# test NAME MEMBER: a number of tests.json; of a list, the first, or with :2 the second.
test_value() {
    awk -v name="$1" -v member="${2%:*}" -v second="${2#*:}" '
        /^  "/ { of = index($0, "\"" name "\"") > 0 }
        of && index($0, "\"" member "\":") {
            text = $0
            sub(/^[^:]*: */, "", text)
            gsub(/[][,]/, " ", text)
            split(text, value, " ")
            print value[second == "2" ? 2 : 1]
        }' "$references/tests.json"
}

# same_test NAME "COLUMN=MEMBER ..." FILE: the one row of the file.
same_test() {
    for pair in $2; do
        want=$(test_value "$1" "${pair#*=}")
        got=$(awk -F '\t' -v name="${pair%=*}" '
            NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) at = i }
            NR == 2 { print $at }' "$3")
        [ -n "$want" ] || echo "$1 has no ${pair#*=}"
        awk -v want="$want" -v got="$got" -v what="${pair%=*}" 'BEGIN {
            if (want == "" || sprintf("%.6g", want) != got) {
                print what ": want " want ", got " got
                exit 1
            }
        }' || return 1
    done
}

# pair OPTION...: women less men.
pair() {
    survey --missing NETPRO=11 --by Q20GENDER_LBL --compare "$@" |
        awk -F '\t' 'NR == 1 || ($5 == "Female" && $6 == "Male")'
}
overall() {
    survey --missing NETPRO=11 --by BAREA --compare "$@" | awk -F '\t' 'NR == 1 || $1 == "overall"'
}
pair --nps NETPRO --interval wald >"$work/got"
check 'NPS: women and men' same_test nps_difference_female_minus_male \
    'difference=diff low=ci:1 high=ci:2 statistic=z p=p' "$work/got"
set -- --csat NETPRO --scale NETPRO=0-10
pair "$@" --interval wald >"$work/got"
check 'shares: women and men' same_test promoter_share_female_vs_male \
    'difference=diff low=diff_ci:1 high=diff_ci:2 p=p' "$work/got"
pair "$@" --interval wilson-cc >"$work/got"
check 'shares, corrected: women and men' same_test promoter_share_female_vs_male \
    'difference=diff low=diff_ci_yates:1 high=diff_ci_yates:2 p=p_yates' "$work/got"
set -- --ces NETPRO --scale NETPRO=0-10 --direction high
pair "$@" >"$work/got"
check 'means: women and men' same_test welch_t_female_male \
    'statistic=t freedom=df p=p low=ci:1 high=ci:2' "$work/got"
overall "$@" >"$work/got"
check 'means: areas' same_test kruskal_barea 'statistic=h freedom=df p=p' "$work/got"
overall --nps NETPRO >"$work/got"
check 'NPS: areas' same_test groups_by_barea_chisq_3_categories \
    'statistic=chisq freedom=df p=p' "$work/got"

# The trap: 11 counted as the best of all answers would give 41.6254. It is an error.
crm-survey --nps NETPRO "$data/sfo_2017_survey.csv" >"$work/got" 2>"$work/said"
[ $? = 3 ] && grep -q '"11" is outside the scale 0-10 of NETPRO' "$work/said"
check 'NPS: 11 is refused' [ $? = 0 ]

printf '%d passed, %d failed\n' $passed $failed
[ $failed = 0 ]
