# What lax tools wrote: --lenient reads it and says so; by default the run stops.
printf '%s\n' customer_id,date,amount,note 'a,2024-01-05,1,5" pipe' >orders.csv
crm-rollup orders.csv
echo "status $?"
crm-rollup --lenient --keep note orders.csv
