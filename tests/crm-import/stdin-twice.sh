# Proves that standard input can be named only once.
crm-import - transactions=-
