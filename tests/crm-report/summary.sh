# --summary: every row is accounted for: 12 read, 9 in the report, 1 rejected, 2 of another currency.
sed '2,3s/,EUR,/,USD,/; 4s/1200.00/x/' "${0%/*}/twelve.csv" >rows.csv
crm-report --currency EUR --rejects bad.csv --max-rejects 1 --summary=account.json rows.csv -o report.txt
echo "status $?"
sed 's/.*"rows":{/"rows":{/; s/"timing":.*/"timing":.../' account.json
