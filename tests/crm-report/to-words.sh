# Forms that are none of a report's, and operands that are none.
for to in pdf csv tsv ''; do
    crm-report --to "$to" "${0%/*}/twelve.csv"
    echo "status $?"
done
crm-report --lang de "${0%/*}/twelve.csv"
echo "status $?"
crm-report "${0%/*}/twelve.csv" "${0%/*}/twelve.csv"
echo "status $?"
crm-report transactions=twelve.csv
echo "status $?"
crm-report nowhere.csv
