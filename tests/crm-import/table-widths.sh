# Proves that widths come from the first 1,000 rows: row 1,000 counts, row 1,001 does not.
{
    echo customer_id,date,amount
    awk 'BEGIN { for (i = 1; i <= 999; i++) print "c,2024-01-05,5" }'
    echo 1234567890123,2024-01-05,5
    echo 12345678901234567,2024-01-05,5
    echo c,2024-01-05,5
} | crm-import -q -t table | tail -n 4
