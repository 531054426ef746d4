# Segmented customers may be missing where another table is there; then options that are about them are none's.
printf '%s\n' cohort,age,period,customers,active,retention 2024-01,0,2024-01,3,3,1 >cohorts.csv
printf '%s\n' customer_id,monetary,tier a,5.00,VIP b,4.00,gold >segments.csv
try() {
    crm-report -t jsonl "$@" >out
    echo "status $?, $(grep -o '"title":"[^"]*","as_of":[^}]*' out)"
}
try cohorts=cohorts.csv
try --as-of 2024-02-01 --currency JPY cohorts=cohorts.csv
try cohorts=cohorts.csv segments.csv
# A plain file is told by its header.
try cohorts.csv
try segments.csv cohorts.csv
try --title 'What they did' segments.csv cohorts.csv
# --where is for segmented customers alone: of 3 rows one is left out.
try --where "tier = 'VIP'" segments.csv cohorts=cohorts.csv
try --where "tier = 'VIP'" cohorts=cohorts.csv
try --fresh 2d cohorts=cohorts.csv
try cohorts=cohorts.csv cohorts.csv
try segments.csv segments.csv cohorts=cohorts.csv
try cohorts=- survival=-
try tickets=cohorts.csv
