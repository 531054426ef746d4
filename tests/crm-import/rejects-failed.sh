# Proves that a run that fails leaves the rejects file and the summary of the run before, and no
# temporary file.
printf 'customer_id,date,amount\n1,2024-01-05,?\n2,2024-01-05,2\n3,2024-01-05,"3\n' >orders.csv
echo before >rejects.csv
echo before >summary.json
crm-import -q --rejects rejects.csv --summary=summary.json -o out.csv orders.csv
echo "status $?"
cat rejects.csv summary.json
ls -A
