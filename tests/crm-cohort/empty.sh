# Nothing at all is an error; a header alone is no customers, and neither is an order that does not count.
: >nothing.csv
crm-cohort nothing.csv
echo $?
echo customer_id,date,amount,status >header.csv
crm-cohort header.csv
echo $?
crm-cohort -q --matrix retention header.csv
crm-cohort --survival --second header.csv
echo $?
{ cat header.csv; echo a,2024-01-01,10,cancelled; } >cancelled.csv
crm-cohort cancelled.csv
echo $?
