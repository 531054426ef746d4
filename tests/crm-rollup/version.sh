# -V names the command and its version, whatever stands behind it.
crm-rollup -V nowhere.csv
