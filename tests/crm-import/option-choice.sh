# Proves that a word outside an option's choices is a usage error that lists them.
crm-import --to xml
echo "status $?"
crm-import -f xlsx
echo "status $?"
crm-import --date-order ymd
echo "status $?"
crm-import --round up
