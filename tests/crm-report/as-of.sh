# The day is that of the scores; another one is an error, the same one is not, and --summary tells it.
file=${0%/*}/twelve.csv
crm-report -q --as-of 2024-12-31 --summary=account.json "$file" | sed -n 4p
grep -o '"as_of":"[^"]*"' account.json
crm-report -q --as-of 2024-12-30 "$file" -o report.txt
echo "status $?"
# Rows that say no day have the one that is given, or none.
cut -d , -f 1-9,11- "$file" >undated.csv
crm-report -q --as-of 2024-12-30 undated.csv | sed -n 4p
crm-report -q undated.csv | sed -n 4p
ls
