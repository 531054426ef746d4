# A currency that is none would leave every row out: it is refused.
crm-report --currency euro "${0%/*}/twelve.csv"
