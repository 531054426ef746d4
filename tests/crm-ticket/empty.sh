# Nothing at all is an error; a header alone is no tickets, and nothing to count.
: >nothing.csv
crm-ticket nothing.csv
echo $?
echo ticket_id,opened_at,status >header.csv
crm-ticket header.csv
crm-ticket --by status header.csv | cut -d, -f 1-3
echo $?
echo ticket_id,at,status >events.csv
crm-ticket -q --per week events.csv | cut -d, -f 1-3
crm-ticket -q --as-of 2024-01-01 --impossible odd.csv header.csv
cat odd.csv
