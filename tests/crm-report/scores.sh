# The grid has as many rows and columns as the largest score, up to 10; larger scores have none. A customer
# without scores (c) is in no cell.
rows() {
    echo customer_id,recency_days,frequency,monetary,r,f,m,tier
    echo "a,1,2,10,1,1,1,VIP"
    echo "b,3,2,30,$1,$2,1,VIP"
    echo "c,,,,,,,"
}
rows 2 4 | crm-report -q -t jsonl | grep grid
rows 10 1 | crm-report -q >report
sed -n '/: net revenue$/,/^9 /p; /^1  /p' report
rows 1 10 | crm-report -q -t jsonl | grep -c grid
rows '' '' | crm-report -q -t jsonl | grep grid
rows 11 1 | crm-report -q | grep -ci score
rows 1 12 | crm-report -q -t jsonl | grep -c grid || :
