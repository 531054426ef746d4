# What a failing run leaves on standard output no strict reader takes: an opening quote and where it
# stopped, never closed, without a newline; in JSON Lines an object.
printf '%s\n' customer_id,date,amount a,2024-01-05,x >orders.csv
crm-rollup orders.csv
echo
crm-rollup -t jsonl orders.csv
echo
crm-rollup -t tsv orders.csv
