# Columns that orders cannot be read without.
head() {
    echo "$1" | crm-rollup
    echo " status $?"
}
head order_id,date,amount
head customer_id,order_id,amount
head customer_id,order_id,date
head name,city
