# Proves that a missing input is an I/O error (4), and that stdout ends so that no reader takes it
# for an empty table.
crm-import missing.csv
