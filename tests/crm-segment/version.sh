# -V names the command and its version.
crm-segment --version
