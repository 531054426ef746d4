# A span that is none is a usage error, before anything is read.
crm-score --fresh 2 nowhere.csv
