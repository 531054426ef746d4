# By month the days of January interleave, even though no day is shared; by day they would not.
echo customer_id,date,amount >head
{ cat head; echo a,2024-01-01,1; echo a,2024-01-03,1; } >one.csv
{ cat head; echo a,2024-01-02,1; } >two.csv
for by in day month; do
    crm-rollup -q --by $by one.csv -o one-$by.csv
    crm-rollup -q --by $by two.csv -o two-$by.csv
done
crm-rollup -q --by month one-day.csv two-day.csv
echo "status $?"
crm-rollup -q --by month one-month.csv two-month.csv
