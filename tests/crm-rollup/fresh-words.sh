# --fresh takes a span; a wrong one is a usage error before anything is read.
crm-rollup --fresh soon nowhere.csv
