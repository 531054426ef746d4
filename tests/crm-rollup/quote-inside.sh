# A quote where none may stand, and text behind a closing one.
printf '%s\n' customer_id,date,amount 'b"c,2024-01-06,1' | crm-rollup
echo " status $?"
printf '%s\n' customer_id,date,amount '"b"c,2024-01-06,1' | crm-rollup
