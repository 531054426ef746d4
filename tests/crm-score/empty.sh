# No bytes at all.
: >empty.csv
crm-score empty.csv
echo " status $?"
crm-score <empty.csv
