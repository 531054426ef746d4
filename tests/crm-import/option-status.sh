# Proves the usage errors of --status: no state, an unknown one, nothing at all.
crm-import --status ausgeliefert
echo "status $?"
crm-import --status ausgeliefert=shipped
echo "status $?"
crm-import --status ''
