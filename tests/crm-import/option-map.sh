# Proves the usage errors of --map: no header named, and a name that no kind knows.
crm-import --map amount
echo "status $?"
crm-import --map amount=
echo "status $?"
crm-import -m prize=Paid
