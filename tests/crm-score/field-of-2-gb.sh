# A field of 2 GB is not read to its end.
{ printf 'customer_id,date,amount\n"'; head -c 2000000000 /dev/zero | tr '\0' a; } 2>/dev/null |
    crm-score
