# Proves that a closed standard output is an I/O error, and that an output file does not end up in
# its place: -o needs no stdout.
printf 'customer_id,date,amount\n1,2024-01-05,5\n' >orders.csv
crm-import -q orders.csv >&-
echo "status $?"
crm-import -q -o out.csv orders.csv >&-
echo "status $?"
cat out.csv
