#!/bin/sh
# Lifetime value of CDNOW's customers against an independent implementation: parameters, likelihoods,
# standard errors, every customer's figures, and what the customers then bought. Needs $CRM_DATA
# (../shared/data); passes without.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/counted
cdnow=$CRM_DATA/cdnow
if [ ! -d "$cdnow/references" ]; then
    echo 'skipped: no data'
    echo '0 passed, 0 failed'
    exit 0
fi
export LC_ALL=C

# close_to GOT WANT TOLERANCE [relative]
close_to() {
    awk -v got="$1" -v want="$2" -v tolerance="$3" -v relative="${4:-}" 'BEGIN {
        off = got - want
        if (off < 0) off = -off
        if (relative) tolerance *= want < 0 ? -want : want
        print "got " got ", want " want
        exit !(got != "" && want != "" && off <= tolerance)
    }'
}

# same_fit NAME MODEL REFERENCES SECTION TOLERANCE PART: parameters and standard errors within TOLERANCE of
# themselves, the log-likelihood within 0.01. gamma is v there.
same_fit() {
    for name in $(jq -r ".$4.params | keys[]" "$3"); do
        our=$name
        [ "$name" != v ] || our=gamma
        check "$1: $name" close_to "$(jq ".$6.parameters.$our" "$2")" \
            "$(jq ".$4.params.$name" "$3")" "$5" relative
        [ "$6" = spend ] || check "$1: standard error of $name" close_to \
            "$(jq ".$6.standard_errors.$our" "$2")" "$(jq ".$4.se.$name" "$3")" "$5" relative
    done
    check "$1: log-likelihood" close_to "$(jq ".$6.log_likelihood" "$2")" \
        "$(jq ".$4.loglik" "$3")" 0.01
    check "$1: customers" test "$(jq "if .spend == null or \"$6\" == \"lifetime\" then .customers
        else .spend.customers end" "$2")" -eq "$(jq ".$4.n_customers" "$3")"
}

# same_customers REFERENCE SCORED P_ALIVE ORDERS ALIVE_TOLERANCE TOLERANCE: of every customer p_alive,
# expected_orders and order_value, which stand in columns named so in the reference. P(alive) by its
# distance, the others by theirs or, above 1, by their share.
same_customers() {
    awk -F, -v alive="$3" -v orders="$4" -v tight="$5" -v loose="$6" '
        function off(a, b) { return a > b ? a - b : b - a }
        NR == FNR && FNR == 1 { for (i = 1; i <= NF; i++) ref[$i] = i; next }
        NR == FNR { a[$1] = $ref[alive]; o[$1] = $ref[orders]; v[$1] = $ref["gg_exp_value"]; left++; next }
        FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        {
            got_a = $at["p_alive"]; got_o = $at["expected_orders"]; got_v = $at["order_value"]
            if (got_a == "" || got_o == "" || got_v == "" || off(a[$1], got_a) > tight ||
                off(o[$1], got_o) > loose * (o[$1] > 1 ? o[$1] : 1) ||
                off(v[$1], got_v) > loose * v[$1]) {
                print "want " $1 "," a[$1] "," o[$1] "," v[$1] "\ngot  " got_a "," got_o "," got_v
                bad = 1
            }
            left--
        }
        END { if (left) print left " customers are missing"; exit bad || left }
    ' "$1" "$2"
}

# score FILE ROLLUP OPTION...: 39 weeks from the end of the calibration period.
score() {
    out=$1
    in=$2
    shift 2
    crm-score -q --clv --as-of 1997-09-30 --horizon 39w -o "$out" "$@" "$in"
}

# with_parameters MODEL REFERENCES SECTION: a model file of the reference's own parameters.
with_parameters() {
    jq "{unit_days: 7, lifetime: {model: \"$1\", parameters: .$3.params},
        spend: {parameters: {p: .gamma_gamma.params.p, q: .gamma_gamma.params.q,
            gamma: .gamma_gamma.params.v}, population_mean: .gamma_gamma.population_mean}}" "$2"
}

crm-rollup -q --until 1997-09-30 -o "$work/sample.csv" "$cdnow/cdnow_sample.csv"
crm-rollup -q --until 1997-09-30 -o "$work/master.csv" "$cdnow/cdnow_master.csv.gz"
cp "$cdnow/references/sample_customers.csv" "$work/sample_want.csv"
zcat "$cdnow/references/master_customers.csv.gz" >"$work/master_want.csv"

for set in sample master; do
    reference=$cdnow/references/${set}_params.json
    want=$work/${set}_want.csv
    while read -r model section column tolerance; do
        name="$set, $model"
        fit=$work/$set-$model.json
        scored=$work/$set-$model.csv
        score "$scored" "$work/$set.csv" --model "$model" --save-model "$fit"
        same_fit "$name" "$fit" "$reference" "$section" "$tolerance" lifetime
        check "$name: customers' figures" same_customers "$want" "$scored" \
            "${column}_p_alive" "${column}_exp_39" 1e-4 2e-3
        # With the reference's parameters only the 6 digits that are written remain.
        [ $set = sample ] || continue
        with_parameters "$model" "$reference" "$section" >"$work/given.json"
        score "$work/given.csv" "$work/$set.csv" --load-model "$work/given.json"
        check "$name: formulas" same_customers "$want" "$work/given.csv" \
            "${column}_p_alive" "${column}_exp_39" 1e-6 6e-6
    done <<END_OF_MODELS
bg bgnbd bgnbd 1e-4
pareto paretonbd pnbd 1e-3
END_OF_MODELS
    same_fit "$set, spend" "$work/$set-bg.json" "$reference" gamma_gamma 1e-4 spend
done

# The modified form, of the same customers (another own fit, to weeks with two decimals).
score "$work/mbg.csv" "$work/sample.csv" --save-model "$work/mbg.json"
for pair in r=0.52484 alpha=6.18299 a=0.89136 b=1.61400; do
    check "sample, mbg: ${pair%=*}" close_to \
        "$(jq ".lifetime.parameters.${pair%=*}" "$work/mbg.json")" "${pair#*=}" 1e-3 relative
done
check 'sample, mbg: log-likelihood' close_to "$(jq .lifetime.log_likelihood "$work/mbg.json")" \
    -9582.133 0.01

# From transactions as from the rollup, and from its months.
crm-score -q --clv --as-of 1997-09-30 --horizon 39w -o "$work/again.csv" "$cdnow/cdnow_sample.csv"
columns() {
    awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
        { print $1, $at["p_alive"], $at["expected_orders"], $at["p_no_order"], $at["order_value"],
            $at["expected_value"], $at["clv"] }' "$1"
}
columns "$work/mbg.csv" >"$work/columns"
columns "$work/again.csv" >"$work/again"
check 'sample: transactions' cmp "$work/columns" "$work/again"
crm-rollup -q --by month -o "$work/months.csv" "$cdnow/cdnow_sample.csv"
crm-score -q --clv --as-of 1997-09-30 --horizon 39w --where "period <= '1997-09'" \
    -o "$work/again.csv" "$work/months.csv"
columns "$work/again.csv" >"$work/again"
check 'sample: months' cmp "$work/columns" "$work/again"

# The holdout of the sample, weeks 40 to 78, by repeat purchases so far: customers, purchase days a
# customer from the file itself, and the forecast. BTYD's table (its Pareto/NBD fit stops 4e-4 early).
by_class() {
    awk -F, '
        FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; file++; next }
        file == 1 {
            if ($at["date"] > "1997-09-30" && !(($at["customer_id"], $at["date"]) in seen)) {
                seen[$at["customer_id"], $at["date"]]
                later[$at["customer_id"]]++
            }
            next
        }
        {
            x = $at["days"] - 1
            if (x > 7) x = 7
            n[x]++
            actual[x] += later[$1]
            expected[x] += $at["expected_orders"]
        }
        END { for (x = 0; x <= 7; x++) print n[x], actual[x] / n[x], expected[x] / n[x] }
    ' "$cdnow/cdnow_sample.csv" "$1"
}
same_table() { # GOT WANT: customers, actual and expected purchase days of eight classes
    awk '
        NR == FNR { got[NR] = $0; next }
        {
            split(got[FNR], g, " ")
            for (i = 2; i <= 3; i++) {
                off = g[i] - $i
                if (off > 0.001 || off < -0.001) bad = 1
            }
            if (g[1] != $1 || bad) { print "want " $0 "\ngot  " got[FNR]; exit 1 }
            n++
        }
        END { exit n != 8 || bad }
    ' "$1" "$2"
}
cat >"$work/bg" <<'TABLE'
1411 .237 .225
439 .697 .523
214 1.393 1.044
100 1.560 1.520
62 2.532 2.164
38 2.947 2.654
29 3.862 3.504
64 6.359 6.157
TABLE
cat >"$work/pareto" <<'TABLE'
1411 .237 .138
439 .697 .600
214 1.393 1.196
100 1.560 1.714
62 2.532 2.399
38 2.947 2.907
29 3.862 3.819
64 6.359 6.403
TABLE
for model in bg pareto; do
    by_class "$work/sample-$model.csv" >"$work/classes"
    check "sample, $model: holdout by frequency" same_table "$work/classes" "$work/$model"
    crm-score -q --clv --model $model --backtest 1997-09-30 "$cdnow/cdnow_sample.csv" |
        awk -F, '$1 == "frequency" { print $3, $4, $5 }' >"$work/classes"
    check "sample, $model: --backtest by frequency" same_table "$work/classes" "$work/$model"
done

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
