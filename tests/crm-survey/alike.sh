# However the rows are ordered and cut, and whoever reads them: the same bytes.
awk 'BEGIN {
    print "customer_id,date,who,score,ok,w"
    for (i = 0; i < 500; i++)
        printf "c%d,2024-%02d-%02d,%s,%s,%d,%.3f\n", i * 7 % 300, 1 + i % 12, 1 + i % 28,
            substr("xyz", 1 + i % 3, 1), i % 17 ? i * 7 % 11 : i % 2 ? "7.25" : "", 1 + i * 3 % 5,
            0.5 + i % 7 / 3
}' >answers.csv
{ head -n 1 answers.csv; tail -n +2 answers.csv | sort -t, -k4,4 -k1,1r; } >turned.csv
same() {
    crm-survey -q --nps score --csat ok "$@" answers.csv >one || echo failed
    crm-survey -q --nps score --csat ok "$@" --jobs 3 --block-size 100 turned.csv | cmp - one || echo "differs: $*"
}
same
same --by who --per month
same --weight w --by who
same --distribution --by who
same --compare --by who --weight w
same --control --per month --weight w
same --repeats last --per month
same --repeats mean --weight w
same --followup
same --drivers score --weight w --replicates 20
wc -l <one
