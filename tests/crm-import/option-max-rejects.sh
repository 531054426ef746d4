# Proves that a --max-rejects that makes no sense is a usage error before any input is opened: the
# file named here does not exist.
crm-import --max-rejects few missing.csv
echo "status $?"
crm-import --max-rejects 101% missing.csv
