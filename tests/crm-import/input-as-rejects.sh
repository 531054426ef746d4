# A side output that is an input would destroy it: refused, whatever it is called, and left as it was.
printf '%s\n' customer_id,date,amount A,2024-01-05,5 >in.csv
ln -s in.csv link.csv
for option in --rejects=./in.csv --summary=link.csv --report=in.csv; do
    crm-import -q "$option" in.csv >/dev/null
    echo "status $?"
done
cat in.csv
