# Proves that an unknown status is an error that shows the word and how to say what it means; that
# --status says it, in any case, and goes before the vocabulary.
printf 'customer_id,date,amount,status\n1,2024-01-05,5,paid\n2,2024-01-06,6,Ausgeliefert\n3,2024-01-07,7,Neu\n' >orders.csv
crm-import -q orders.csv
echo " status $?"
crm-import -q --status ausgeliefert=counted --rejects rejects.csv --max-rejects 1 orders.csv
echo "status $?"
cat rejects.csv
crm-import -q --status AUSGELIEFERT=counted --status neu=refund --status paid=open orders.csv
