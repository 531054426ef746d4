# Without a statement there is nothing to do.
crm-query
echo "status $?"
echo a >t.csv
for sql in '' '  ' '/* a comment */' ';'; do
    crm-query "$sql" t.csv
    echo "status $?"
done
