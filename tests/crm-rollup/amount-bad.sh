# What is no exact decimal number is an error; text is not shown, numbers are.
for amount in 1e3 1.23456 abc 1,2 "12,5O" --5; do
    printf '%s\n' customer_id,date,amount "a,2024-01-01,\"$amount\"" | crm-rollup
    echo
done
