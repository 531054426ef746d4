# A status that the vocabulary lacks is an error that names it and the remedy; --status
# adds words, and wins over the vocabulary.
cat >orders.csv <<'END'
customer_id,order_id,date,status,amount
a,1,2024-01-01,Teleported,10
a,2,2024-01-02,shipped,20
END
crm-rollup orders.csv
echo "status $?"
crm-rollup --status teleported=counted --status shipped=open orders.csv
echo "status $?"
crm-rollup --status teleported=yes orders.csv
