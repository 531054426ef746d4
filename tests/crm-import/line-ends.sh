# Proves that LF, CRLF, both mixed, and a last line without end give the same rows; blank lines are no
# rows; a CR LF inside quotes is kept, and quoted again.
printf 'customer_id,date,amount,note\r\n1,2024-01-05,5,a\n\r\n\n2,2024-01-06,6,"b\r\nc"\r\n3,2024-01-07,7,d' >orders.csv
crm-import orders.csv | od -c
