# Words that are none, and options that do not go together.
printf 'customer_id,date,amount\na,2024-01-10,1\nb,2024-02-10,2\n' >orders.csv
printf 'id,months,left,from,to,seen\n1,5,yes,2024-01-01,,2\n' >table.csv
try() {
    crm-cohort "$@"
    echo "$?: $*"
}
try --by week orders.csv
try --by day orders.csv
try --matrix customers orders.csv
try --refunds gross orders.csv
try --second orders.csv
try --curve orders.csv
try --interval log orders.csv
try --silence 30 orders.csv
try --seen-from 2024-01-01 orders.csv
try --time months --event left=yes table.csv
try --survival orders.csv
try --survival --silence -1 orders.csv
try --survival --silence soon orders.csv
try --survival --interval wide orders.csv
try --survival --silence 30 --seen-from never orders.csv
try --survival --silence 30 --seen-from 3/4/2024 orders.csv
try --survival --start from table.csv
try --survival --end to table.csv
try --survival --time months table.csv
try --survival --event left=yes table.csv
try --survival --entry seen table.csv
try --survival --start from --end to table.csv
try --survival --start from --end to --time months --event left=yes --as-of 2024-06-01 table.csv
try --survival --start from --end to --entry seen --as-of 2024-06-01 table.csv
try --survival --time months --event left table.csv
try --survival --time years --event left=yes table.csv
try --survival --time months --event gone=yes table.csv
try --survival --time months --event left=yes --entry age table.csv
try --survival --time months --event left=yes --by plan table.csv
try --survival --start begin --end to --as-of 2024-06-01 table.csv
try --survival --start from --end finish --as-of 2024-06-01 table.csv
