# Proves the usage errors of options that need a whole number.
crm-import --jobs many
echo "status $?"
crm-import --jobs 0
echo "status $?"
crm-import -j 1025
echo "status $?"
crm-import --block-size -1
