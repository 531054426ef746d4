# The report of twelve.sh as Markdown.
crm-report -q -t md "${0%/*}/twelve.csv"
