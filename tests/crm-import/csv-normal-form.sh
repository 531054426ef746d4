# Proves the one form of CSV cells: quoted only for a comma, a quote, CR or LF; a single empty column
# as "", so that it is no blank line; TSV quotes the tab instead of the comma.
printf 'customer_id,date,amount,note\n"1","2024-01-05","5","a"\n2,2024-01-05,5,"a,b"\n3,2024-01-05,5,"a ""b"" c"\n4,2024-01-05,5,"a\nb"\n5,2024-01-05,5,"a\tb"\n' >orders.csv
crm-import -q orders.csv
crm-import -q -t tsv orders.csv
printf 'comment\n""\n\nfine\n' | crm-import -q --kind surveys
