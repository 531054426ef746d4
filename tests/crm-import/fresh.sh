# Proves --fresh: status 1 and a message where the last counted order lies more than the span before
# as-of, after all rows have been written: 2024-01-05 is 2 days before 01-07 and 3 before 01-08; 1m
# before 02-29 is 01-29, 1w before 01-12 is 01-05. Open orders and refunds are no sign of life.
cat >orders.csv <<'END'
customer_id,date,amount,status
1,2024-01-05,5,paid
2,2024-01-07,7,pending
3,2024-01-07,-2,paid
END
try() {
    crm-import --as-of $1 --fresh $2 orders.csv >out
    echo "status $?, $(wc -l <out) lines"
}
try 2024-01-07 2d
try 2024-01-08 2d
try 2024-01-12 1w
try 2024-02-29 1m
try 2024-01-06 1d
