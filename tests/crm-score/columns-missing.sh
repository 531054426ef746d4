# Columns that orders cannot be read without.
for head in order_id,date,amount customer_id,amount customer_id,date; do
    echo $head | crm-score
    echo " status $?"
done
