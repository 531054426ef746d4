# Proves that a directory for a file is an I/O error.
mkdir orders
crm-import orders
