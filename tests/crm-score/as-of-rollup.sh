# A rollup that goes past as-of cannot be scored as of then.
printf '%s\n' customer_id,date,amount a,2024-01-01,10 b,2024-01-05,10 | crm-rollup -q -o rollup.csv
crm-score --as-of 2024-01-04 rollup.csv
