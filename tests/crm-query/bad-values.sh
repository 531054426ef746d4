# A bad amount or date in a column that the statement reads ends the run and is named by its place;
# a date is shown in the message, a text is not.
printf 'customer_id,date,amount\na,2024-01-05,1.25\nb,2024-13-06,ten\n' >t.csv
crm-query -q 'SELECT customer_id, amount FROM t' t.csv
echo
crm-query -q -o out.csv 'SELECT date FROM t' t.csv
echo "status $?"
crm-query -q -o out.csv 'SELECT sum(amount) AS s FROM t' t.csv
echo "status $?"
