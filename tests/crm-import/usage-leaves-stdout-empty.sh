# Proves that a usage error writes nothing to stdout and opens nothing: the input need not exist and
# the output file is not made.
crm-import --as-of soon -o out.csv missing.csv
echo "status $?"
ls -A
