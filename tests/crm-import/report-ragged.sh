# Proves that a ragged row, which is no column's fault, is not counted against the columns that the
# command adds.
printf 'customer_id,date,amount\n1,2024-01-05,5\n2,2024-01-06\n3,2024-01-07,?\n' |
    crm-import -q --report --rejects rejects.csv --max-rejects 2
