# Proves the usage errors of --limit: an unknown ceiling, and one without a number.
crm-import --limit rows=5
echo "status $?"
crm-import --limit row
echo "status $?"
crm-import --limit row=
echo "status $?"
crm-import --limit row=0
echo "status $?"
crm-import --limit field=1T
