# Proves that --key replaces a customer_id column in place, with a notice, and that --key
# customer_id,email takes the id where there is one and else the address, in the column that is written.
printf 'customer_id,date,amount,email\n17,2024-01-05,5,Anna@example.com\n,2024-01-06,6,bo@example.com\n' >orders.csv
crm-import --key email orders.csv
crm-import -q --key customer_id,email orders.csv
