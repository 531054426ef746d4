# No bytes at all, and nothing but blank lines.
: >empty.csv
crm-rollup empty.csv
echo " status $?"
printf '\n\n' | crm-rollup
