# What a failing run leaves on standard output no strict reader takes, in CSV and in JSON Lines.
printf '%s\n' customer_id,date,amount a,2024-01-05,x >orders.csv
crm-score orders.csv
echo
crm-score -t jsonl orders.csv
