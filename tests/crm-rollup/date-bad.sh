# Dates that are none, or empty.
for date in 2024-02-30 24-01-05 soon ''; do
    printf '%s\n' customer_id,date,amount "a,$date,5" | crm-rollup
    echo
done
