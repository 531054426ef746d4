# Without stages of life: no such section, no columns of those at risk; who came down is still slipping.
# Without moves as well there is no such list.
cut -d , -f 1-14,16- "${0%/*}/twelve.csv" | crm-report -q >report
sed -n '/^Tiers$/,/^Movement/p' report
grep -c 'ifecycle\|isk or lapsed\|brought' report
cut -d , -f 1-14 "${0%/*}/twelve.csv" | crm-report -q | grep -c 'slipping' || :
