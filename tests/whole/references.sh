#!/bin/sh
# Results against those that others have published or computed independently, to the last customer, on
# public data: CDNOW, UCI Online Retail and a Tmall export. Needs $CRM_DATA (../shared/data); passes
# without.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/counted
needs_data cdnow online_retail chinese_csv
cdnow=$CRM_DATA/cdnow
retail=$CRM_DATA/online_retail
chinese=$CRM_DATA/chinese_csv

# same_rfm REFERENCE SCORED R F M: every customer of either file, on recency, frequency, money and
# the three scores, which stand in these columns of the reference. Its money is rounded to cents.
same_rfm() {
    awk -F, -v r="$3" -v f="$4" -v m="$5" '
        function off(a, b) { return a > b ? a - b : b - a }
        NR == FNR { want[$1] = $2 "," $3 "," $r "," $f "," $m; money[$1] = $4; n++; next }
        FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; left = n - 1; next }
        {
            got = $at["recency_days"] "," $at["frequency"] "," $at["r"] "," $at["f"] "," $at["m"]
            if (want[$1] != got || off(money[$1], $at["monetary"]) > 0.00501) {
                print "want " $1 "," want[$1] "," money[$1] "\ngot  " $0
                bad = 1
            }
            left--
        }
        END { if (left) print left " customers are missing"; exit bad || left }
    ' "$1" "$2"
}

# rfm NAME REFERENCES FILE OPTION...: the four rules that the references are made by.
rfm() {
    name=$1
    reference=$2
    file=$3
    shift 3
    while read -r method r f m; do
        crm-score -q --method "$method" -o "$work/scored.csv" "$@" "$file"
        check "$name: --method $method" same_rfm "$reference" "$work/scored.csv" "$r" "$f" "$m"
    done <<END
rfm 5 9 13
quantile 6 10 14
rank 7 11 15
ntile 8 12 16
END
}

rfm cdnow "$cdnow/references/rfm.csv" "$cdnow/cdnow_sample.csv" --unit day --as-of 1998-07-01

# The scores of a rollup are those of its transactions.
crm-rollup -q -o "$work/rollup.csv" "$cdnow/cdnow_sample.csv"
rfm 'cdnow from a rollup' "$cdnow/references/rfm.csv" "$work/rollup.csv" --unit day \
    --as-of 1998-07-01

# Online Retail, 541,909 lines. As TSV its cells hold no tab and no line end, so that awk can filter
# them as the references were: a customer, no cancellation, quantity and price above zero.
crm-import -q -t tsv -o "$work/retail.tsv" "$retail/online_retail.csv.gz"
awk -F'\t' '
    NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; fields = NF; print; next }
    NF != fields { exit 1 }
    $at["customer_id"] != "" && $at["order_id"] !~ /^C/ && $at["quantity"] > 0 &&
        $at["unit_price"] > 0' "$work/retail.tsv" >"$work/sales.tsv"
check 'online_retail: 397,884 lines of sales' test "$(wc -l <"$work/sales.tsv")" -eq 397885
rfm online_retail "$retail/references/rfm.csv" "$work/sales.tsv" --as-of 2011-12-10

# same_money REFERENCE ROLLUP: net revenue of every customer; money rounded to cents.
same_money() {
    awk -F, '
        FNR == 1 && NR == FNR { next }
        NR == FNR { want[$1] = $2; left++; next }
        FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        {
            off = $at["amount"] - $at["refund_amount"] - want[$1]
            if (!($1 in want) || off > 0.00501 || off < -0.00501) {
                print $1 ": want " want[$1] ", off by " off
                bad = 1
            }
            left--
        }
        END { if (left) print left " customers are missing"; exit bad || left }
    ' "$1" "$2"
}

# All lines with a customer, cancellations as refunds: from the export itself, unfiltered.
crm-rollup -q -o "$work/net.csv" "$retail/online_retail.csv.gz"
check 'online_retail: net revenue with cancellations' \
    same_money "$retail/references/net_revenue_with_cancellations.csv" "$work/net.csv"

# By month: distinct orders (of a customer, which an invoice has one of), customers, revenue.
crm-rollup -q --by month -o "$work/months.csv" "$work/sales.tsv"
same_months() {
    awk -F, '
        FNR == 1 && NR == FNR { next }
        NR == FNR { want[$1] = $2 "," $3; money[$1] = $4; next }
        FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        { m = $at["period"]; orders[m] += $at["orders"]; n[m]++; sum[m] += $at["amount"] }
        END {
            for (m in n) {
                months++
                off = sum[m] - money[m]
                if (want[m] != orders[m] "," n[m] || off > 0.00501 || off < -0.00501) {
                    print m ": want " want[m] "," money[m] ", got " orders[m] "," n[m] "," sum[m]
                    bad = 1
                }
            }
            exit bad || months != 13
        }
    ' "$retail/references/monthly.csv" "$work/months.csv"
}
check 'online_retail: months' same_months

# Of the customers whose first month is that of the row, those who bought N months later.
same_cohorts() {
    awk -F, '
        function month(text) { return substr(text, 1, 4) * 12 + substr(text, 6, 2) }
        FNR == 1 && NR == FNR { next }
        NR == FNR { for (i = 2; i <= NF; i++) want[month($1), i - 2] = $i; next }
        FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        {
            m = month($at["period"]) # rows are sorted: the first of a customer is its first month
            if (!($1 in first)) first[$1] = m
            n[first[$1], m - first[$1]]++
        }
        END {
            for (cell in want) if (want[cell] != n[cell] + 0) bad++
            for (cell in n) if (!(cell in want)) bad++
            if (bad) print bad " cells differ"
            exit bad > 0
        }
    ' "$retail/references/cohort_active_customers.csv" "$work/months.csv"
}
check 'online_retail: cohorts' same_cohorts

# same_summary REFERENCE ROLLUP TOLERANCE: x, t_x, T, zbar of every customer from the rollup of the
# calibration period: repeat purchase days, weeks to the last of them and to 1997-09-30, mean money
# of the repeats. Ids are compared as numbers: the summary writes 1 for 0001.
same_summary() {
    awk -F, -v tolerance="$3" '
        function day(text, y, m) {
            y = substr(text, 1, 4) + 0
            m = substr(text, 6, 2) + 0
            if (m < 3) { y--; m += 12 }
            return 365 * y + int(y / 4) - int(y / 100) + int(y / 400) + \
                int((153 * m - 457) / 5) + substr(text, 9, 2)
        }
        function near(a, b) { return a - b <= tolerance && b - a <= tolerance }
        FNR == 1 && NR == FNR { next }
        NR == FNR { x[$1 + 0] = $2; t_x[$1 + 0] = $3; T[$1 + 0] = $4; z[$1 + 0] = $5; left++; next }
        FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; end = day("1997-09-30"); next }
        {
            id = $1 + 0
            first = day($at["first_date"])
            repeats = $at["days"] - 1
            mean = repeats ? ($at["amount"] - $at["first_amount"]) / repeats : 0
            left--
            if (repeats != x[id] || !near((day($at["last_date"]) - first) / 7, t_x[id]) ||
                !near((end - first) / 7, T[id]) || !near(mean, z[id])) {
                print "want " id "," x[id] "," t_x[id] "," T[id] "," z[id] "\ngot  " $0
                bad = 1
            }
        }
        END { if (left) print left " customers are missing"; exit bad || left }
    ' "$1" "$2"
}

# The published table has two decimals; the other tables ten.
crm-rollup -q --until 1997-09-30 -m customer_id=sample_id -o "$work/sample.csv" \
    "$cdnow/cdnow_sample.csv"
check 'cdnow: published summary' same_summary \
    "$cdnow/cdnow_customers_summary_with_transactions.csv" "$work/sample.csv" 0.00501
crm-rollup -q --until 1997-09-30 -o "$work/sample.csv" "$cdnow/cdnow_sample.csv"
check 'cdnow: sample' same_summary "$cdnow/references/sample_customers.csv" "$work/sample.csv" 1e-8
crm-rollup -q --until 1997-09-30 -o "$work/master.csv" "$cdnow/cdnow_master.csv.gz"
zcat "$cdnow/references/master_customers.csv.gz" >"$work/want.csv"
check 'cdnow: master' same_summary "$work/want.csv" "$work/master.csv" 1e-8

# The purchase days behind the calibration period: holdout_x, the last column.
same_holdout() {
    awk -F, '
        FNR == 1 && NR == FNR { next }
        NR == FNR { want[$1] = $NF; next }
        FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        { got[$1] = $at["days"] }
        END {
            for (id in want) if (want[id] != got[id] + 0) { print id ": " got[id]; bad = 1 }
            for (id in got) if (!(id in want)) bad = 1
            exit bad
        }
    ' "$work/want.csv" "$work/later.csv"
}
crm-rollup -q --since 1997-10-01 -o "$work/later.csv" "$cdnow/cdnow_master.csv.gz"
check 'cdnow: hold-out period of the master' same_holdout

# The master as published: blanks between its columns, CRLF, one header line.
zcat "$cdnow/CDNOW_master.txt.gz" | tr -d '\r' |
    sed -e 's/^ *//' -e 's/  */	/g' -e '1s/.*/customer_id	date	quantity	amount/' >"$work/master.tsv"
crm-rollup -q --until 1997-09-30 -o "$work/again.csv" "$work/master.tsv"
check 'cdnow: master, dates as 19970101' cmp "$work/master.csv" "$work/again.csv"

# The Tmall export: where the goods went stands for the customer. Two header names end in a blank.
for encoding in utf8 utf8_bom utf16le_bom gb18030; do
    crm-import -q -m 'customer_id=收货地址 ' -t tsv -o "$work/tmall_$encoding.tsv" \
        "$chinese/tmall_first2000_$encoding.csv"
    check "tmall: $encoding" cmp "$work/tmall_utf8.tsv" "$work/tmall_$encoding.tsv"
done
crm-import -q -m 'customer_id=收货地址 ' -t tsv -o "$work/tmall_whole.tsv" \
    "$chinese/tmall_order_report.csv.gz"

# reference FILE NAME: a value of references/records.json.
reference() {
    sed -n "/\"file\": \"$1\"/,/\"file\":/s/^ *\"$2\": \"\{0,1\}\([0-9.]*\).*/\1/p" \
        "$chinese/references/records.json"
}

# total FILE COLUMN: its sum, in cents.
total() {
    awk -F'\t' -v column="$2" '
        NR == 1 { for (i = 1; i <= NF; i++) if ($i == column) at = i; next }
        at { sum += $at * 100 }
        END { printf "%.0f\n", sum }' "$1"
}

# same_sums FILE REFERENCE: rows and the three amounts.
same_sums() {
    test "$(($(wc -l <"$1") - 1))" -eq "$(reference "$2" data_rows)" || return 1
    for pair in order_total=总金额 amount=买家实际支付金额 refunded=退款金额; do
        want=$(reference "$2" "sum_${pair#*=}" | awk '{ printf "%.0f\n", $1 * 100 }')
        got=$(total "$1" "${pair%%=*}")
        echo "$pair: want $want, got $got"
        [ "$want" = "$got" ] || return 1
    done
}
check 'tmall: sums of the first 2,000' same_sums "$work/tmall_utf8.tsv" tmall_first2000_utf8.csv
check 'tmall: sums of all' same_sums "$work/tmall_whole.tsv" tmall_order_report.csv.gz

# Rows of the five places that have the most, and the number of places.
same_places() {
    awk -F'\t' '
        NR == 1 { for (i = 1; i <= NF; i++) if ($i == "customer_id") at = i; next }
        { n[$at]++ }
        END { for (place in n) print place, n[place] }' "$1" | sort >"$work/places"
    test "$(wc -l <"$work/places")" -eq "$(reference "$2" distinct_收货地址)" || return 1
    for place in $3; do
        grep -qx "$place $(reference "$2" "$place")" "$work/places" || return 1
    done
}
check 'tmall: places of the first 2,000' same_places "$work/tmall_utf8.tsv" \
    tmall_first2000_utf8.csv '北京 上海 广东省 浙江省 四川省'
check 'tmall: places of all' same_places "$work/tmall_whole.tsv" tmall_order_report.csv.gz \
    '上海 广东省 江苏省 浙江省 北京'

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
