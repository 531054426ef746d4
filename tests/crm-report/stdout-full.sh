# A full device, on standard output and by -o.
crm-report -q "${0%/*}/twelve.csv" >/dev/full
echo "status $?"
crm-report -q -t html "${0%/*}/twelve.csv" -o /dev/full
echo "status $?"
