# Tables of crm-survey and crm-ticket that are not what their name says, and cells that make no sense.
cat >survey.csv <<END
measure,question,n,missing,value,low,high,top,mean
nps,Recommend,5,0,0,-50,50,0.4,7
END
echo period,opened,resolved,open >backlog.csv
echo 2024-05,4,3,6 >>backlog.csv
printf '%s\n' figure,period,n,value,centre,low,high,signal tickets,2024-05,4,4,5,0,9, >control.csv
try() {
    crm-report -q "$@" -o report.txt
    echo "status $?"
}
try survey=backlog.csv
try drivers=survey.csv
try service=backlog.csv
try backlog=survey.csv
try causes=backlog.csv
try control=survey.csv
# bad NAME LINE: the file with one more line.
bad() {
    { cat "$1.csv"; echo "$2"; } >bad.csv
    try "$1=bad.csv"
}
bad survey nps,Recommend,6,0,1,-50,50,0.4,7
bad survey nps,Other,,0,1,-50,50,0.4,7
bad survey nps,Other,-1,0,1,-50,50,0.4,7
bad survey nps,Other,5,0,high,-50,50,0.4,7
bad survey nps,Other,5,0,1,-50,50,40,7
bad backlog 2024-05,4,3,6
bad backlog 2024-06,4,,6
bad control tickets,2024-06,4,4,5,0,nine,
# Nothing in them: a page without rows, no failure.
for name in survey backlog control; do
    sed 1q $name.csv >empty.csv
    try $name=empty.csv
done
try survey=survey.csv survey=survey.csv
crm-report -q survey=survey.csv --where 'n > 1'
echo "status $?"
