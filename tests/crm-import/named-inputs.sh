# Proves that KIND=FILE names the kind of an input, that ./ protects a name with an equals sign, and
# that a kind that crm-import does not write is a usage error.
printf 'customer_id,date,amount,channel\n1,2024-01-05,5,phone\n' >a.csv
cp a.csv surveys=a.csv
crm-import -q transactions=a.csv
crm-import -q interactions=a.csv
crm-import -q ./surveys=a.csv
crm-import -q rollup=a.csv
echo "status $?"
crm-import -q shops=a.csv
