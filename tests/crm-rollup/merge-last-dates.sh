# last_date, prev_date and prev2_date at every share of three days between two parts: 3+0, 2+1, 1+2,
# and with one day before: 1+1.
part() { # NAME DAY...
    name=$1
    shift
    echo customer_id,date,amount >orders.csv
    for day; do echo "a,2024-01-$day,1" >>orders.csv; done
    crm-rollup -q orders.csv -o "$name"
}
merge() {
    crm-rollup -q one.csv two.csv | tail -n 1
}
part one.csv 01; part two.csv 03 04 05; merge
part one.csv 01; part two.csv 03 04; merge
part one.csv 01 02; part two.csv 04; merge
part one.csv 01; part two.csv 04; merge
