# --explain defines each figure.
crm-report -q --explain "${0%/*}/twelve.csv" -o report.txt
