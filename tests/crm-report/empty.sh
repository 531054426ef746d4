# No bytes at all are an error, a header alone is a report of nobody.
: >empty.csv
crm-report empty.csv -o report.txt
echo "status $?"
head -n 1 "${0%/*}/twelve.csv" | crm-report -q -t jsonl
echo "status $?"
head -n 1 "${0%/*}/twelve.csv" | crm-report -q -t html -o report.html
echo "status $?"
grep -c '<tr><td' report.html
grep -ci 'nan\|inf[^o]' report.html
ls
