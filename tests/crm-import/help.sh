# Proves that --help and -h print all options on stdout and read nothing.
crm-import --help missing.csv
crm-import -h >short
crm-import --help >long
cmp short long
