# What a failing run leaves on standard output: no row that a strict reader takes.
sed '5s/800.00/8oo/' "${0%/*}/twelve.csv" >rows.csv
for to in table md jsonl html; do
    crm-report -q -t $to rows.csv
    echo " status $?"
done
