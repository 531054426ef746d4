# Proves that names of columns are guarded as well: they come from the file.
printf 'customer_id,date,amount,=1+1,@x,-5\n1,2024-01-05,5,a,b,c\n' | crm-import -q --formula-guard
