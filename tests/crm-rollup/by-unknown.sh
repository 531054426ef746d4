# --by takes five words.
crm-rollup --by week orders.csv
