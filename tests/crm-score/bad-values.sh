# A date, an amount and a rollup's count that are none.
for row in a,soon,1 a,2024-01-05,much; do
    printf '%s\n' customer_id,date,amount $row | crm-score
    echo
done
printf '%s\n' customer_id,date,amount a,2024-01-05,1 | crm-rollup -q | sed '2s/,1,1,1,/,1,1,x,/' | crm-score
