# Proves what --melt refuses: a name or pattern that finds nothing (Q without a star is a name), a list
# that takes all away again, an empty one, another kind, and a column that would be there twice.
row() { printf 'id,Q1,Q2,answer\n1,a,b,c\n'; }
for list in 'Q1,Q3' 'X*' 'Q' '!Q1' ',' 'Q1'; do
    row | crm-import -q --melt "$list" >out
    echo "$list: status $?"
done
row | crm-import -q --melt Q1 --kind tickets
echo "tickets: status $?"
row | crm-import -q --melt 'Q1,answer' -t jsonl
