# Without gnuplot: a warning, the tables, a line in the page; the status is 0. Tables alone need none.
report=$(command -v crm-report)
file=${0%/*}/twelve.csv
(PATH=/nowhere exec "$report" -t html "$file" -o report.html)
echo "status $?"
grep 'remark">' report.html
grep -c '<tr><td' report.html
grep -c '<svg\|<figure' report.html
(PATH=/nowhere exec "$report" -q -t html --lang zh "$file") | grep 'remark">'
(PATH=/nowhere exec "$report" -t html --no-charts "$file" -o tables.html)
grep -c 'remark">' tables.html
(PATH=/nowhere exec "$report" "$file" -o report.txt)
# The page without charts is the page with --no-charts but for that line.
grep -v 'remark">' report.html | cmp - tables.html && echo the same
