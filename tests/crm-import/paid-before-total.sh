# Proves the ranks of synonyms: what was paid is the amount, though a line's own amount and two totals
# stand before it; what is not taken keeps its name and its text.
printf 'Customer,Order Date,Total,Grand Total,Line Total,Amount Paid\n1,2024-01-05,40.0,30.0,20.0,10.0\n' |
    crm-import -q
