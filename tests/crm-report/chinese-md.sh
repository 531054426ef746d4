# The report of twelve.sh in Chinese, as Markdown.
crm-report -q --lang zh --to md "${0%/*}/twelve.csv"
