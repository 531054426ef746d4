# --columns is crm-query's own here, a flag: it takes no list of keys as in the other commands.
echo 'a,b' >t.csv
crm-query --columns=a,b t.csv
echo "status $?"
