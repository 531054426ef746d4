# Proves that --version and -V name the program and its version.
crm-import --version
crm-import -V
