# Proves that rows in doubt are held until a date settles them, at most 64 MiB: one row of 500,000
# bytes more or less; the settling row behind 120 of them (60 MB) is heard, behind 150 (75 MB) not.
row=$(printf '1,5/1/2024,5,' && head -c 500000 /dev/zero | tr '\0' x)
rows() {
    echo customer_id,date,amount,note
    i=0
    while [ $i -lt $1 ]; do
        echo "$row"
        i=$((i + 1))
    done
    echo 1,13/1/2024,5,
}
rows 120 | crm-import -q | cut -c 1-20 | uniq -c
rows 150 | crm-import -q
