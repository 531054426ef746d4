# A field of 2 GB is not read to its end: a record has at most 16 MiB, a field 1 MiB.
{ printf 'customer_id,date,amount\n"'; head -c 2000000000 /dev/zero | tr '\0' a; } 2>/dev/null |
    crm-rollup
echo "status $?"
{ printf 'customer_id,date,amount\n'; head -c 2000000 /dev/zero | tr '\0' a; echo ,2024-01-05,1; } |
    crm-rollup
