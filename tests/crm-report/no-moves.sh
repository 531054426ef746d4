# Without the columns of --previous there is no movement and no sentence of it, and nobody came down: the
# list has those at risk only. Without names, no column of names. One of the two columns alone is nothing.
cut -d , -f 1,3-15 "${0%/*}/twelve.csv" | crm-report -q >report
grep -c 'ovement\|last report:\|Previous' report
sed -n '/^The ten/,/^Customers at/p' report
cut -d , -f 1-16 "${0%/*}/twelve.csv" | crm-report -q | grep -c 'ovement' || :
