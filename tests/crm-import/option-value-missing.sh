# Proves the usage errors for a value that is missing and one that is not wanted.
crm-import --output
echo "status $?"
crm-import -o
echo "status $?"
crm-import --lenient=yes
