# A name that ends in .gz promises gzip: what is not, is a broken download.
printf '%s\n' customer_id,date,amount a,2024-01-05,1 >orders.csv.gz
crm-rollup orders.csv.gz
echo "status $?"
: >empty.csv.gz
crm-rollup empty.csv.gz
