# An id column of which the first filled value ends in .0 loses that ending; not with --raw-ids.
printf 'customer_id,date,amount\n12.0,2024-01-05,1.25\n13.0,2024-01-06,2.25\n' >o.csv
crm-query 'SELECT customer_id FROM o' o.csv
crm-query --raw-ids 'SELECT customer_id FROM o' o.csv
