# Scores without a tier, and what is no table of scores at all: what is missing and what to do is said.
try() {
    crm-report "$@" -o report.txt 2>err
    echo "status $?"
    cut -d , -f 1 err
    grep -c 'crm-segment' err
    grep -c 'needed for segment' err # is no sentence
}
cut -d , -f 1-12 "${0%/*}/twelve.csv" >scored.csv
try scored.csv
printf '%s\n' customer_id,date,amount a,2024-01-05,1 >orders.csv
try orders.csv
cut -d , -f 1-5,7- "${0%/*}/twelve.csv" >unpaid.csv
try unpaid.csv
ls
