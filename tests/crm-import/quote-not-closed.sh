# Proves that a quote that is never closed is named at the place where it was opened, behind the rows
# before it, and is not for --rejects: it swallows all that follows.
#   line 4: "2,2024-01-06," is 13 characters, so the quote stands at column 14
printf 'customer_id,date,amount,note\n1,2024-01-05,5,"a\nb"\n2,2024-01-06,"6,x\n3,2024-01-07,7,y\n' >orders.csv
crm-import -q --rejects rejects.csv orders.csv
echo " status $?"
printf 'customer_id,date,"amount\n1,2024-01-05,5\n' >header.csv
crm-import -q header.csv
