# The rollup of a failed stream is nothing but the marker: the place where it began is still told.
printf '%s\n' customer_id,date,amount a,2024-01-05,1 b,2024-01-06,x >orders.csv
crm-import -q orders.csv 2>/dev/null | crm-rollup -q 2>/dev/null | crm-score -q
