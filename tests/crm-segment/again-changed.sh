# A file that does not fit into 16 MiB is read twice, and must be the same both times. The reader of the
# output waits until the first rows come, which is when the second reading has begun, and then makes the
# file longer. The pipe holds but a few of the rows, so the others are not yet read.
awk 'BEGIN {
    note = sprintf("%3500s", ""); gsub(/ /, "n", note)
    print "customer_id,monetary,r,f,m,note"
    for (i = 1; i <= 6000; i++) printf "C%d,%d.00,5,5,5,%s\n", i, i, note
}' >scores.csv
{
    crm-segment -q -j 1 scores.csv 2>err
    echo $? >rc
} | {
    head -c 10000 >/dev/null
    echo 'C6001,1.00,5,5,5,' >>scores.csv
    cat >rest
}
grep -v lifecycle err
cat rc
tail -n 1 rest | grep -c '"crm-segment stopped: scores.csv: has changed'
