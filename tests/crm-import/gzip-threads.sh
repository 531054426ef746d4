# Who inflates and who deflates is not to be seen: for one thread and for several the same rows of a
# file of 3 MB, of one cut short the same rows before the same complaint, and the same bytes of gzip.
# 120,000 rows on 28 days.
awk 'BEGIN {
    print "customer_id,date,amount"
    for (i = 0; i < 120000; i++) printf "C%d,2024-01-%02d,%d.50\n", i % 977, i % 28 + 1, i % 1000
}' >plain.csv
gzip -nc plain.csv >orders.csv.gz
head -c 200000 orders.csv.gz >cut.csv.gz
crm-import -q -j1 plain.csv >want
for jobs in 1 2 5; do
    crm-import -q -j$jobs orders.csv.gz | cmp - want
    iconv -f UTF-8 -t UTF-16LE plain.csv | crm-import -q -j$jobs --encoding UTF-16LE | cmp - want
    cat orders.csv.gz | crm-import -q -j$jobs -o out$jobs.csv.gz
    gzip -dc out$jobs.csv.gz | cmp - want
    cmp out1.csv.gz out$jobs.csv.gz
    crm-import -q -j$jobs cut.csv.gz >cut$jobs.out 2>cut$jobs.err
    echo $?
    cmp cut1.out cut$jobs.out
    cat cut$jobs.err
done
# What came before the cut is there, and nothing else but the mark of a failure in the last line.
sed '$d' cut1.out | cmp - want 2>&1 | sed 's/ after.*//'
[ "$(wc -l <cut1.out)" -gt 30000 ] && echo a third of them, as 200,000 of about 560,000 bytes hold
# Nothing of a reader that stops early is left waiting.
crm-import -q -j2 orders.csv.gz | head -n 2
