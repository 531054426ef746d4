# Proves that --plain reads a known product's export as the plain table that it claims to be.
printf 'Deal Name,Deal Stage,Deal owner,Pipeline,Close Date,Amount\nx,won,Anna,main,2024-01-05,5\n' |
    crm-import -q --plain --kind transactions -m 'date=Close Date' -m 'customer_id=Deal Name' \
        -m 'status=Deal Stage'
