# GB18030 is recognised, Windows-1252 is not and has to be named; a byte that does not fit stops the run.
printf 'customer_id,date,amount\n\325\305\310\375,2024-01-05,1\n' >gb.csv
crm-rollup -q gb.csv | cut -d , -f 1-2
printf 'customer_id,date,amount\nM\374ller,2024-01-05,1\n' >western.csv
crm-rollup -q --encoding windows-1252 western.csv | cut -d , -f 1-2
crm-rollup western.csv
echo "status $?"
crm-rollup --encoding UTF-8 western.csv
