# KIND=FILE says what a file is; a kind that is of no use here is refused. ./ protects a name with =.
printf '%s\n' customer_id,date,amount a,2024-01-05,1 >a=b.csv
cp a=b.csv transactions=x.csv
crm-rollup -q transactions=a=b.csv | tail -n 1
crm-rollup -q a=b.csv | tail -n 1
crm-rollup -q ./transactions=x.csv | tail -n 1
crm-rollup -q a=b.csv -o rollup.csv
crm-rollup -q rollup=rollup.csv | tail -n 1
crm-rollup customers=a=b.csv
