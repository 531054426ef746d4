# A stream that breaks off leaves yesterday's report in place, and so does a bad row; a good run replaces it.
file=${0%/*}/twelve.csv
{ head -n 8 "$file"; printf '"crm-segment stopped at scores.csv:812:5'; } >broken.csv
for name in report.html report.md report.jsonl report.txt; do
    echo yesterday >$name
    crm-report -q broken.csv -o $name
    echo "status $?: $(cat $name)"
done
sed '5s/800.00/8oo/' "$file" | crm-report -q -o report.html
echo "status $?: $(cat report.html)"
crm-report -q --no-charts "$file" -o report.html
echo "status $?: $(head -n 1 report.html)"
ls -A
