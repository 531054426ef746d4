# An input of no bytes has no columns.
crm-query -o out.csv 'SELECT 1 AS one' </dev/null
echo "status $?"
: >t.csv
crm-query -o out.csv 'SELECT 1 AS one' t.csv
echo "status $?"
crm-query -o out.csv --columns t.csv
echo "status $?"
ls
