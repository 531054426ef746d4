# Proves that a map to a header that is not there is an error that shows both.
printf 'customer_id,date,amount\n1,2024-01-05,5\n' | crm-import -q --kind transactions -m amount=Paid
