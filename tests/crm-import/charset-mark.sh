# Proves that a byte order mark goes before the user's word, with a notice; that UTF-32 is refused by
# name; that the mark is no part of the first header.
printf '\357\273\277customer_id,date,amount\n1,2024-01-05,5\n' >utf8.csv
crm-import --encoding windows-1252 utf8.csv
printf '\377\376\000\000c\000\000\000' >utf32.csv
crm-import utf32.csv
