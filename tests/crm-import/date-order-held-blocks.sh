# Proves that how far the command waits for a settling date does not depend on the size of the pieces:
# the row behind 75 MB is not heard with pieces of 32 MiB either.
row=$(printf '1,5/1/2024,5,' && head -c 500000 /dev/zero | tr '\0' x)
{
    echo customer_id,date,amount,note
    i=0
    while [ $i -lt 150 ]; do
        echo "$row"
        i=$((i + 1))
    done
    echo 1,13/1/2024,5,
} | crm-import -q --block-size 33554432 | tail -n 1
