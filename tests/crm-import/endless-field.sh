# Proves that 2 GB without a line end are not read: the run stops after 16 MiB and a piece, for a
# header, a field and a quoted field that never end.
big() {
    printf "$1"
    head -c 2147483648 /dev/zero 2>/dev/null | tr '\0' x 2>/dev/null
}
for start in '' 'customer_id,date,amount,note\n1,2024-01-05,5,' 'customer_id,date,amount,note\n1,2024-01-05,5,"'
do
    big "$start" | crm-import -q --rejects rejects.csv
    echo " status $?"
done
