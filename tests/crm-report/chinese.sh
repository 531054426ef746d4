# The report of twelve.sh in Chinese: the same figures, and no English but names, ids and crm-segment.
crm-report -q --lang zh "${0%/*}/twelve.csv"
