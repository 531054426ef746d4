# Whole words in scripts with blanks: "late" is not in plates; * lets a word go on; Chinese anywhere, of any
# width. Comments with a theme against all other comments: delivery 0, 3, 6 (-100) against 10, 9, 10 (100).
cat >policy.json <<'END'
{"themes": {
  "note": "what people complain about",
  "delivery": ["late", "deliver*", "快递", "not here"],
  "taste": ["TEA", "ｃａｆé"],
  "never": ["zebra"]}}
END
cat >answers.csv <<'END'
score,comment
0,Late!
3,The delivery took  ages
6,快递太慢，TEA is fine
10,"plates, templates"
9,"CAFÉ: wonderful"
10,teapot
8,
7,
END
crm-survey --themes --policy policy.json --nps score answers.csv -o out.csv
crm-query -q 'SELECT theme, comments, share, n, value, rest_value FROM out' out.csv
crm-query -q 'SELECT theme, low, high, difference, difference_low, difference_high, p, q FROM out' out.csv
# Without scores.
crm-survey -q --themes --policy policy.json answers.csv
printf 'comment\nIt is not\there\n(late)\nlate_fee\nblate\nlatest\n迟到late了\n' |
    crm-survey -q --themes --policy policy.json | cut -d, -f3,4
# Groups and periods.
printf 'date,who,note,score\n2024-01-01,a,late,0\n2024-02-01,b,tea,9\n2024-02-02,a,tea,9\n' |
    crm-survey -q -m comment=note --themes --policy policy.json --nps score --by who --per month |
    cut -d, -f3-6,10,11
try() { crm-survey "$@" >out; echo "$?: $*"; }
try --themes answers.csv
try --themes --policy policy.json --nps score --csat score2 answers.csv
printf 'score\n0\n' >plain.csv
try --themes --policy policy.json plain.csv
for themes in '[]' '{}' '{"a": []}' '{"a": "late"}' '{"a": [""]}' '{"a": ["late", "LATE"]}' '{"a": [7]}'; do
    printf '{"themes": %s}' "$themes" >bad.json
    try --themes --policy bad.json answers.csv
done
printf '{"tiers": [{"name": "a"}]}' >bad.json
try --themes --policy bad.json answers.csv
