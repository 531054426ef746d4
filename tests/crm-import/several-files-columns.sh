# Proves that a column that one input has and another lacks is an error that names both files, either
# way round, and a file of another kind as well; nothing has been written before.
printf 'customer_id,date,amount\n1,2024-01-05,5\n' >one.csv
printf 'customer_id,date,amount,note\n2,2024-01-06,6,x\n' >two.csv
printf 'customer_id,date,amount,remark\n2,2024-01-06,6,x\n' >three.csv
printf 'customer_id,name,email\n1,Anna,a@example.com\n' >customers.csv
for files in 'one.csv two.csv' 'two.csv one.csv' 'two.csv three.csv' 'one.csv customers.csv'; do
    crm-import -q $files
    echo " status $?"
done
