# Empty cells where money is needed; each error names the column.
one() {
    printf '%s\n' "$1" "$2" >orders.csv
    crm-rollup orders.csv
    echo
}
one customer_id,date,amount a,2024-01-01,
one customer_id,date,quantity,unit_price a,2024-01-01,,5
one customer_id,date,quantity,unit_price a,2024-01-01,5,
one customer_id,date,order_total a,2024-01-01,
