# More than 65,536 customers: how many of them answered again is an estimate, from those whose ids have a hash
# that begins with 0; the same whoever reads the rows. 25,000 of 100,000 did: of some 50,000 looked at 12,500,
# give or take 2 x sqrt(12500 x .75) = 194 and twice as much when doubled: 2,000 is far beyond.
awk 'BEGIN {
    print "customer_id,score"
    for (i = 0; i < 100000; i++) print "c" i ",9"
    for (i = 0; i < 25000; i++) print "c" i * 4 ",0"
}' >answers.csv
for jobs in 1 3; do
    crm-survey --nps score --jobs $jobs answers.csv 2>said.$jobs | cut -d, -f3-5
done
cmp said.1 said.3
sed -n 's/.*once: about \([0-9]*\): each.*/\1/p' said.1 |
    awk '{ print ($1 > 23000 && $1 < 27000 && $1 != 25000 ? "near" : $0) }'
# 60,000 are counted one by one.
awk 'BEGIN { print "customer_id,score"; for (i = 0; i < 70000; i++) print "c" i % 60000 ",0" }' >answers.csv
crm-survey --nps score answers.csv 2>&1 >/dev/null | head -n 1
