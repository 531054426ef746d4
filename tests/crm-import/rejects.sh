# Proves --rejects: file, line, column, field, reason and the raw row of each bad one, in input order
# over two files; the rest is written; status 1. Lines are those of the file, on which the cell begins.
printf 'customer_id,date,amount,note\n1,2024-01-05,5,"a\nb"\n2,2024-01-06,?,"c\nd"\n3,"2024-02\n",7,x\n4,2024-01-08\n' >one.csv
printf 'note,customer_id,date,amount\r\n"客户,\n户","9",2024-13-01,1\r\nx,5,2024-01-09,8\r\n' >two.csv
crm-import --rejects rejects.csv --max-rejects 90% one.csv two.csv
echo "status $?"
cat rejects.csv
