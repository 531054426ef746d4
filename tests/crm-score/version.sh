# -V names the command and its version.
crm-score --version
