# Proves --max-rejects with a number, a share and 0; the run ends at the first row too many.
printf 'customer_id,date,amount\n1,2024-01-05,?\n2,2024-01-05,?\n3,2024-01-05,?\n4,2024-01-05,4\n' >orders.csv
for most in 3 2 0 75% 74% 100% 0%; do
    crm-import -q --rejects rejects.csv --max-rejects $most orders.csv >out
    echo "$most: status $?"
done
