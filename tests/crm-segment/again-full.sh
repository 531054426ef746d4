# What does not fit into 16 MiB and cannot be read twice needs a file in TMPDIR. Where there is no such
# directory, or no room (here: files may have at most 4,000 blocks of 512 bytes), the run ends with
# status 4, and no output is left.
awk 'BEGIN {
    note = sprintf("%3500s", ""); gsub(/ /, "n", note)
    print "customer_id,monetary,r,f,m,note"
    for (i = 1; i <= 6000; i++) printf "C%d,%d.00,5,5,5,%s\n", i, i, note
}' >scores.csv
mkdir tmp
cat scores.csv | TMPDIR=none crm-segment -q -o out.csv
echo $?
trap '' XFSZ
cat scores.csv | (ulimit -f 4000; TMPDIR=tmp crm-segment -q -o out.csv)
echo $?
# A file needs none: only its output does.
TMPDIR=none crm-segment -q scores.csv -o out.csv 2>/dev/null
echo $?
wc -l <out.csv
ls tmp
