# Proves that an input without any byte, and one of blank lines only, has no header: bad data (3).
: >empty.csv
printf '\n\n\n' >blank.csv
crm-import empty.csv
echo
crm-import blank.csv
