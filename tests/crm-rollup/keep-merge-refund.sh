# --keep looks at counted rows, whose days a rollup knows: the refund's region is not taken, neither in
# the whole nor in the merge of closed and tail.
cat >closed.csv <<'END'
customer_id,order_id,date,amount,region
a,1,2024-01-05,10,north
END
cat >tail.csv <<'END'
customer_id,order_id,date,amount,region
a,1,2024-02-07,-10,south
END
crm-rollup -q --keep region closed.csv tail.csv
crm-rollup -q --by day --keep region closed.csv -o closed-rollup.csv
crm-rollup -q --by day --keep region tail.csv -o tail-rollup.csv
crm-rollup -q --keep region closed-rollup.csv tail-rollup.csv
