# --by a column of the customers' file: a gold 10, b gold 0, c silver 9; d is in no file, one has no name.
printf 'customer_id,score,shop\na,10,x\nb,0,x\nc,9,y\nd,8,y\n,7,y\n' >answers.csv
printf 'customer_id,name,tier\na,A,gold\nb,B,gold\nc,C,silver\nz,Z,silver\n' >customers.csv
crm-survey --nps score --by tier answers.csv customers=customers.csv -o out.csv
cut -d, -f1-6 out.csv
crm-survey -q --nps score --by shop,tier answers.csv customers=customers.csv | cut -d, -f3-7
# The answers' own column comes first; what neither has is an error.
crm-survey -q --nps score --by city answers.csv customers=customers.csv
crm-survey -q --nps score --by city answers.csv
crm-survey -q --nps score answers.csv customers=customers.csv customers=customers.csv
crm-survey -q --nps score customers=customers.csv
# --where is for answers: the customers have no score.
crm-survey --nps score --by tier --where 'score < 10' answers.csv customers=customers.csv | cut -d, -f3-6
