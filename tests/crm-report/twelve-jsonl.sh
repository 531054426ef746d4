# The report of twelve.sh for programs: money with its decimals and no separators, shares of 1 with 6
# digits (4000 / 8500 = 0.470588, 349.75 / 8500 = 0.0411471), what there is not as null. The name of a
# segment is under "segment", as in the rows.
crm-report -q -t jsonl "${0%/*}/twelve.csv"
