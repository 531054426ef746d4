# Proves the ceiling of a record, in bytes without its line end: rows of 39, 40 and 41 bytes under
# --limit row=40, whatever the size of the pieces that are read. "1,2024-01-05,5," is 15 bytes. The
# rows before it are written; it cannot be rejected, since nobody knows where it ends.
try() {
    printf "customer_id,date,amount,note\n1,2024-01-05,5,$1\n2,2024-01-06,6,$2\n" |
        crm-import -q --limit row=40 --rejects rejects.csv $3
    echo " status $?"
}
for blocks in '' '--block-size 16'; do
    try 123456789012345678901234 1234567890123456789012345 "$blocks"
    try x 12345678901234567890123456 "$blocks"
    try x '"2345678901\n345678901234\n"' "$blocks"
done
