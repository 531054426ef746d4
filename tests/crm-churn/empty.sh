# Nothing at all is an error; a header alone is no customers.
: >nothing.csv
crm-churn nothing.csv -o none.csv
echo $?
echo customer_id,date,amount,status >header.csv
crm-churn -q header.csv
echo $?
{ cat header.csv; echo a,2024-01-01,10,cancelled; } >cancelled.csv
crm-churn -q cancelled.csv
echo $?
