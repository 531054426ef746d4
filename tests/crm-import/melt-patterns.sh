# Proves the names of --melt: * stands for any text, also in the middle and more than once, and for
# columns without a canonical name only; ! takes away, wherever it stands; a column that is canonical
# can be named in full, by either name; order of the columns decides, not that of the list. Each line
# shows what was melted.
row() { printf 'id,Email Address,Q1,Q1_NPS_GROUP,Q2_1,Q2_2,Q10_x_Q,Other\n1,a@example.com,a,b,c,d,e,f\n'; }
for list in 'Q*' 'Q*,!*_GROUP' '!*_GROUP,Q*' 'Q2_*' '*' '*Q' 'Q*_*_*Q' 'Q1' 'Other,Q1' 'email' 'Email Address,Q1*' '**1' ' Q1 , Q2_1 ,'; do
    printf '%s: ' "$list"
    row | crm-import -q --melt "$list" -t jsonl | sed 's/.*"question":"\([^"]*\)".*/\1/' | tr '\n' ' '
    echo
done
