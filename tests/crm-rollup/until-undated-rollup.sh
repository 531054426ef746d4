# Refunds alone, over all time: nothing tells when they were, so the row can neither be taken nor left.
printf '%s\n' customer_id,date,amount a,2024-02-01,-2 | crm-rollup -q -o all.csv
crm-rollup --until 2024-02-10 all.csv
