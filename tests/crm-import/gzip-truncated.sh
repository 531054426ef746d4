# Proves that a gzip file cut anywhere is an I/O error (4) that says how much there was, behind the
# rows that were whole. The file is one stored block, so that its bytes are the table's:
#   10 header + 5 block header + 54 data + 4 CRC + 4 length = 77 bytes; byte 15 + 39 ends row 1.
gz() {
    printf '\037\213\010\000\000\000\000\000\000\003\0016\000\311\377'
    printf 'customer_id,date,amount\n1,2024-01-05,5\n2,2024-01-06,6\n'
    printf '\327\355\340\2566\000\000\000'
}
gz >whole.csv.gz
crm-import -q whole.csv.gz
for bytes in 10 30 54 60 69 72 76; do
    echo "-- $bytes"
    gz | head -c $bytes >cut.csv.gz
    crm-import -q cut.csv.gz
    echo " status $?"
done
