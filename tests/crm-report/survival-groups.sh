# Eight groups, of 10, 20, ... 80 customers: medians of all, the chart and the tables by time of the six
# largest, in the order of the file. One event each at time 10: S = 1 - 1/n; then nothing until 20.
awk 'BEGIN {
    print "group,time,at_risk,events,censored,survival,std_error,low,high"
    for (i = 1; i <= 8; i++) {
        n = i % 2 ? (9 - i) * 10 : i * 10 # 80 20 60 40 40 60 20 80
        printf "g%d,10,%d,1,0,%.6g,,,\n", i, n, 1 - 1 / n
        printf "g%d,20,%d,0,%d,%.6g,,,\n", i, n - 1, n - 1, 1 - 1 / n
    }
}' >curve.csv
crm-report -q -t jsonl survival=curve.csv >all
grep -c '"section":"survival",' all
grep -o '"section":"at_risk","group":"g[0-9]*","time_0":[0-9]*' all
crm-report -q survival=curve.csv | grep -o 'The chart shows.*'
crm-report -q -t html survival=curve.csv | grep -o '<figure[^>]*>'
# All gone on the first day: no axis of time, so no chart.
printf 'group,time,at_risk,events,censored,survival,std_error,low,high\n,0,4,4,0,0,,,\n' >gone.csv
crm-report -q -t jsonl survival=gone.csv | sed -n '3,$p'
crm-report -q -t html survival=gone.csv | grep -c '<figure' || :
