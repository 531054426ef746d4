# Proves what damaged gzip files are answered: wrong CRC, wrong length, a broken block, garbage behind
# the last member, a name that promises gzip. Damage is bad data (3), behind the rows that were read.
# The stored file of gzip-truncated.sh: 69 bytes before the trailer, 77 in all.
start='\037\213\010\000\000\000\000\000\000\003'
rows='customer_id,date,amount\n1,2024-01-05,5\n2,2024-01-06,6\n'
try() {
    printf "$1" >"$2"
    echo "-- $2"
    crm-import -q "$2"
    echo " status $?"
}
try "$start\\0016\\000\\311\\377$rows\\000\\355\\340\\2566\\000\\000\\000" crc.csv.gz
try "$start\\0016\\000\\311\\377$rows\\327\\355\\340\\2567\\000\\000\\000" length.csv.gz
try "$start\\0016\\000\\000\\000$rows" block.csv.gz
try "$start\\0016\\000\\311\\377$rows\\327\\355\\340\\2566\\000\\000\\000more" garbage.csv.gz
try "$rows" plain.csv.gz
try '' nothing.csv.gz
