# "spend" > 3 is true of every row in SQLite where there is no column spend, for it is then the text
# 'spend': here it is an error. A column that is there may stand in double quotes.
printf 'id,Sales Region,n\n1,north,5\n2,south,1\n' >t.csv
crm-query -q 'SELECT id FROM t WHERE "spend" > 3' t.csv
echo "status $?"
crm-query -q 'SELECT id FROM t WHERE "Sales Region" = "north"' t.csv
echo "status $?"
crm-query -q "SELECT id FROM t WHERE \"Sales Region\" = 'north' AND \"n\" > 3" t.csv
echo "status $?"
