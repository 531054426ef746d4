# What is not scored yet: the message says what to do first, in a sentence.
printf '%s\n' customer_id,date,amount a,2024-06-30,5 >orders.csv
crm-rollup -q orders.csv -o rollup.csv
for file in orders.csv rollup.csv; do
    crm-segment -q $file >/dev/null 2>err
    echo "status $?"
    grep -o "$file: no [a-z]* column" err
    grep -c crm-score err
    grep 'needed for score with' err
done
for column in customer_id monetary r f m; do
    printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,as_of a,1,1,1,1,1,1,2024-06-30 |
        sed "1s/\<$column\>/x/" | crm-segment -q 2>&1 >/dev/null | grep -o "no $column column"
done
