# Proves that gzip is told by its bytes, not by its name: one member, two members behind one another
# (one stream), zero padding behind the last; and that all this gives the bytes of the plain file.
printf 'customer_id,date,amount\n1,2024-01-05,5\n' >orders.csv
gzip -nc orders.csv >named.csv
printf '2,2024-01-06,6\n' | gzip -nc | cat named.csv - >two.csv.gz
{ cat named.csv; head -c 700 /dev/zero; } >padded.csv.gz
crm-import -q named.csv
crm-import -q two.csv.gz
crm-import -q padded.csv.gz
crm-import -q - <named.csv
