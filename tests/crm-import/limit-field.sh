# Proves the ceiling of a field, in bytes: a note of 11, 12 and 13 bytes under --limit field=12. Quotes
# around a field and the second of a pair do not count; 客 counts 3. The row can be rejected.
{
    echo customer_id,date,amount,note
    echo 1,2024-01-05,5,12345678901
    echo 2,2024-01-05,5,123456789012
    echo '3,2024-01-05,5,"1234567890""2"'
    echo 4,2024-01-05,5,客客客客
    echo 5,2024-01-05,5,1234567890123
    echo 6,2024-01-05,5,客客客客3
} >orders.csv
crm-import -q --limit field=12 orders.csv
echo " status $?"
crm-import -q --limit field=12 --rejects rejects.csv --max-rejects 2 orders.csv
echo "status $?"
cat rejects.csv
printf '{"customer_id":"1","date":"2024-01-05","amount":5,"note":"1234567890123"}\n' |
    crm-import -q --limit field=12
