# Proves that a header that fits no kind is not taken for any: the command asks for --kind; one that
# is not accepted, a rollup's, is no customers' table either.
printf 'colour,weight\nred,5\n' | crm-import
echo " status $?"
printf 'customer_id,first_date,last_date,rows,orders,days,amount,gap_sq\n1,2024-01-05,2024-01-05,1,1,1,5.00,0\n' | crm-import
