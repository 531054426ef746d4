# Proves that an unknown option is a usage error that names the nearest one, where one is near.
crm-import --outptu x.csv
echo "status $?"
crm-import --dropduplicates
echo "status $?"
crm-import --zzzzzzzz=1
echo "status $?"
crm-import -x
