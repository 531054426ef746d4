# Rows that do not fit into 16 MiB are read a second time: from the file, or, where that cannot be (a
# pipe, gzip, quoted rows make no difference), from a file without a name in TMPDIR. 6,000 customers
# with a note of 3,500 bytes are 21 MB. Whatever they come from, the rows are the same, and nothing is
# left in TMPDIR. Segments by recency and frequency: r = f = 5, Champions, for all. Customer i has i.00:
# the sum is 6000 * 6001 / 2 = 18,003,000; those who have more than i bring less than half of it while
# (6000 - i)(6001 + i) < 18,003,000, that is i(i + 1) > 18,003,000: from 4,243 on (4243 * 4244 is
# 18,007,292; 4242 * 4243 is 17,998,806). VIP are 6000 - 4243 + 1 = 1,758. For important, 0.2 of
# 36,006,000 is 7,201,200 = i(i + 1): from 2,684 on (2683 * 2684 is 7,201,172; 2684 * 2685 is
# 7,206,540), 4243 - 2684 = 1,559 customers; the others are 2,683.
mkdir tmp
TMPDIR=$PWD/tmp
export TMPDIR
awk 'BEGIN {
    note = sprintf("%3500s", ""); gsub(/ /, "n", note)
    print "customer_id,monetary,r,f,m,note"
    for (i = 1; i <= 6000; i++) printf "C%d,%d.00,5,5,5,%s\n", i, i, note
}' >scores.csv
wc -c <scores.csv
crm-segment -q scores.csv 2>/dev/null >file.csv
cut -d, -f 7-9 file.csv | sort | uniq -c | sed 's/^ *//'
sed -n '2p; 4243p; 4244p' file.csv | cut -d, -f 1,2,7-10
crm-segment -q <scores.csv >stdin.csv 2>/dev/null
cat scores.csv | crm-segment -q 2>/dev/null >pipe.csv
gzip -1 -c scores.csv | crm-segment -q 2>/dev/null >gzip.csv
sed 's/$/"/; s/,n/,"n/' scores.csv | sed '1s/.*/customer_id,monetary,r,f,m,note/' |
    crm-segment -q -j 1 2>/dev/null >quoted.csv
cat scores.csv | crm-segment -q -j 3 --block-size 100000 2>/dev/null >blocks.csv
for way in stdin pipe gzip quoted blocks; do
    cmp file.csv $way.csv && echo "$way: the same"
done
# Two inputs, the rows from a pipe: the name is added behind the note; the last is a prospect.
{
    echo customer_id,name
    echo C4243,Ada
    echo P1,Ben
} >customers.csv
cat scores.csv | crm-segment -q - customers=customers.csv 2>/dev/null |
    awk -F, 'NR == 1 || $1 == "C4243" || $1 == "P1" { print $1, $2, $7, $8, $9, $10 }'
ls tmp
