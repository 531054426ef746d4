# Proves that --kind reads a table as that kind whatever its header tells: "status" and "amount" are an
# order's in transactions, nothing known in customers; a ticket's status is any text.
printf 'customer_id,name,date,amount,status\n1,Anna,2024/1/5,5.0,odd\n' >table.csv
crm-import --kind customers table.csv
crm-import --kind transactions --status odd=counted table.csv
crm-import --kind tickets -m opened_at=date table.csv
